package io.wubu.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.Owner;
import io.wubu.WubuTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stood in the records before V196 can be read after it; what couldn't be read can't get in any more. */
class RecordsJsonbIT extends WubuTest {

    @Autowired
    private DataSource source;

    @Value("${wubu.data-dir}")
    private Path dataDir;

    @Test
    void entriesNobodyCouldReadAreMendedAndTheOthersStay() throws IOException {
        var owner = Owner.of(source, dataDir);
        owner.sql("drop schema if exists old_records cascade").update();
        owner.sql("create schema old_records").update();
        try {
            old(owner);
            owner.sql(migration()).update();
            assertThat(owner.sql("select content ->> '说明' from old_records.record_entry order by id")
                            .query(String.class)
                            .list())
                    .containsExactly("a\uFFFDb\uFFFD\uFFFD", "真的 \\u0000", "半\uFFFD个", "好");
            assertThat(owner.sql("select array_to_string(labels, '，') from old_records.record_entry order by id")
                            .query(String.class)
                            .list())
                    .containsExactly("说明，乙", "说明", "说明", "说明长，行，乙乙，甲，说明");
            assertThatThrownBy(() -> owner.sql("update old_records.record_entry set step = 'x'")
                            .update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("只能追加");
        } finally {
            owner.sql("drop schema old_records cascade").update();
        }
    }

    @Test
    void theDatabaseItselfTakesNoEntryThatCantBeRead() {
        for (var content : new String[] {"{\"a\":\"\\u0000\"}", "{\"a\":\"\\ud800\"}", "[]", "\"x\"", "null"}) {
            assertThatThrownBy(() -> jdbc.sql(
                                    "insert into wubu.record_entry (subject, step, label, by_user, post, at, content)"
                                            + " values ('X', 'x', 'x', 'x', 'x', now(), :content::jsonb)")
                            .param("content", content)
                            .update())
                    .as(content)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private static void old(JdbcClient owner) {
        owner.sql(
                        """
                        create table old_records.record_entry (id integer primary key, step text,
                            content json not null default '{}');
                        create trigger record_entry_append_only before update or delete or truncate
                            on old_records.record_entry for each statement execute function wubu.refuse_change();
                        """)
                .update();
        insert(owner, 1, "{\"说明\":\"a\\u0000b\\u0000\\u0000\",\"乙\":1}");
        insert(owner, 2, "{\"说明\":\"真的 \\\\u0000\"}");
        insert(owner, 3, "{\"说明\":\"半\\ud83d个\"}");
        insert(owner, 4, "{\"说明长\":[{\"行\":1,\"乙乙\":[[{\"甲\":2}]]},{\"乙乙\":3}],\"说明\":\"好\"}");
    }

    private static void insert(JdbcClient owner, int id, String content) {
        owner.sql("insert into old_records.record_entry values (:id, 'a', :content::json)")
                .param("id", id)
                .param("content", content)
                .update();
    }

    /** The migration, at the old table. */
    private static String migration() throws IOException {
        return new ClassPathResource("db/migration/V196__records_jsonb.sql")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("wubu.", "old_records.");
    }
}
