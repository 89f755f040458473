package io.wubu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.WubuTest;
import io.wubu.lawclock.LimitUnit;
import io.wubu.people.Role;
import io.wubu.problems.State;
import io.wubu.slips.Trigger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** The house's rules for tables, asked of the database itself. */
class SchemaIT extends WubuTest {

    /** Kinds that grow with the code and whose old rows stay; words of a provider; reasons in words. */
    private static final String[] OPEN = {
        "audit_event.kind", "claim_confirmation.role", "provider_sign_in.state", "region_alias.kind"
    };

    @Test
    void everyTableHasAPrimaryKey() {
        assertThat(
                        texts(
                                """
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'wubu' and c.relkind in ('r', 'p') and not c.relispartition
                          and c.relname not like 'flyway%'
                          and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')
                        """))
                .isEmpty();
    }

    @Test
    void everyForeignKeyIsLedByAnIndex() {
        assertThat(
                        texts(
                                """
                        select k.conrelid::regclass || '.' || k.conname from pg_constraint k
                        join pg_namespace n on n.oid = k.connamespace
                        where n.nspname = 'wubu' and k.contype = 'f'
                          and not exists (
                              select from pg_index i where i.indrelid = k.conrelid and i.indisvalid and i.indpred is null
                                and (i.indkey::int2[])[0:(cardinality(k.conkey) - 1)] @> k.conkey)
                        order by 1
                        """))
                .isEmpty();
    }

    @Test
    void everyConstraintHoldsForTheOldRowsToo() {
        assertThat(
                        texts(
                                """
                        select k.conrelid::regclass || '.' || k.conname from pg_constraint k
                        join pg_namespace n on n.oid = k.connamespace
                        where n.nspname = 'wubu' and not k.convalidated order by 1
                        """))
                .isEmpty();
    }

    @Test
    void everyColumnOfNamesSaysWhichItKnows() {
        assertThat(texts(
                        """
                        select c.table_name || '.' || c.column_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'wubu' and t.table_type = 'BASE TABLE' and c.data_type = 'text'
                          and c.column_name in ('state', 'kind', 'role', 'unit', 'limit_unit', 'severity', 'level',
                              'colour', 'trigger', 'outcome', 'ruling', 'time_class')
                          and c.table_name || '.' || c.column_name <> all (:open)
                          and not exists (
                              select from pg_constraint k
                              where k.conrelid = format('wubu.%I', c.table_name)::regclass and k.contype = 'c'
                                and pg_get_constraintdef(k.oid) ~ ('\\m' || c.column_name || '\\M'))
                        order by 1
                        """,
                        OPEN))
                .isEmpty();
    }

    @Test
    void theDatabaseKnowsTheStatesAndRolesTheCodeKnows() {
        assertThat(known("problem_state_known")).containsExactlyInAnyOrderElementsOf(names(State.values()));
        assertThat(known("person_role_known")).containsExactlyInAnyOrderElementsOf(names(Role.values()));
        assertThat(known("slip_trigger_known")).containsExactlyInAnyOrderElementsOf(names(Trigger.values()));
        assertThat(known("slip_chain_trigger_known")).containsExactlyInAnyOrderElementsOf(names(Trigger.values()));
        for (var unit : List.of("problem_limit_unit_known", "slip_limit_unit_known", "running_limit_unit_known")) {
            assertThat(known(unit)).as(unit).containsExactlyInAnyOrderElementsOf(names(LimitUnit.values()));
        }
    }

    @Test
    void aStateAFractionAndHalfAPlaceAreRefusedByTheDatabase() {
        var number = importedProblem(COUNTY, "VOCs治理");
        for (var wrong : List.of(
                "state = 'DONE'",
                "limit_amount = 0",
                "limit_amount = 3661",
                "limit_unit = null",
                "lon = 114.49, lat = null",
                "flags = array['OVERDUE']")) {
            assertThatThrownBy(() -> jdbc.sql("update wubu.problem set " + wrong + " where number = :number")
                            .param("number", number)
                            .update())
                    .as(wrong)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThatThrownBy(() -> jdbc.sql("insert into wubu.calendar_coverage (covered_until) values ('2027-12-31')")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private List<String> known(String constraint) {
        return jdbc.sql(
                        """
                        select m[1] from pg_constraint k,
                            regexp_matches(pg_get_constraintdef(k.oid), '''([A-Z_]+)''', 'g') m
                        where k.conname = :name
                        """)
                .param("name", constraint)
                .query(String.class)
                .list();
    }

    private static List<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private List<String> texts(String sql, String... open) {
        return jdbc.sql(sql).param("open", open).query(String.class).list();
    }
}
