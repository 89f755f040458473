package io.wubu.inspections;

import io.wubu.records.CaseTable;
import io.wubu.records.Entry;
import io.wubu.records.Records;
import io.wubu.records.Step;
import io.wubu.shared.Actor;
import io.wubu.shared.Unknown;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door of special supervision: a city has one at a time, nominations and problems go to it. */
@Component
@Transactional
public class Inspections {

    private static final Set<String> SETTABLE =
            Set.of("scope", "score", "feedback_on", "demand", "demand_due", "demanded_at", "closed_at");

    private final JdbcClient jdbc;
    private final InspectionRows rows;
    private final CityFiguresQuery figures;
    private final CaseTable table;
    private final Records records;
    private final Clock clock;

    Inspections(JdbcClient jdbc, InspectionRows rows, CityFiguresQuery figures, Records records, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.figures = figures;
        this.records = records;
        this.clock = clock;
        this.table = new CaseTable(jdbc, records, clock, "wubu.inspection", SETTABLE);
    }

    /** Nominates a city; the nomination goes to its open case, which is opened now if there is none. */
    public Joined nominate(String city, Nomination nomination) {
        var joined = open(city);
        rows.add(joined.number(), nomination);
        note(
                joined.number(),
                "cityNominated",
                "提名专项督察",
                Actor.SYSTEM,
                Map.of("来源", nomination.source(), "理由", nomination.reason()));
        return joined;
    }

    /** A problem joins the city's case, opening it if there is none. */
    public Joined join(String city, String problem) {
        var joined = open(city);
        rows.add(joined.number(), problem);
        note(joined.number(), "joinSpecial", "问题并入", Actor.SYSTEM, Map.of("问题编号", problem));
        return joined;
    }

    private Joined open(String city) {
        return rows.lockOpen(city)
                .map(open -> new Joined(open.number(), false, open.inForce()))
                .orElseGet(() -> new Joined(rows.insert(city), true, null));
    }

    /** A special supervision by its number; {@link Unknown} if there is none. */
    @Transactional(readOnly = true)
    public Inspection get(String number) {
        return find(number).orElseThrow(() -> new Unknown("没有专项督察 " + number));
    }

    /** A special supervision by its number, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Inspection> find(String number) {
        return rows.find(number);
    }

    /** Takes a step; {@link io.wubu.shared.Stale} if the case is not where the step starts. */
    public void move(String number, Step<InspectionState> step) {
        table.move(number, step);
    }

    /** Adds a line to the record without touching state. */
    public void note(String number, String step, String label, Actor by, Map<String, Object> content) {
        var state = get(number).state().name();
        records.append(new Entry(number, step, label, by, clock.instant(), state, state, content, List.of(), null));
    }

    /** The joined problems that are not rectified yet, in the order they joined. */
    @Transactional(readOnly = true)
    public List<String> openProblems(String number) {
        return rows.problems(number);
    }

    /** Why the city was nominated, oldest first. */
    @Transactional(readOnly = true)
    public List<Nomination> nominations(String number) {
        return rows.nominations(number);
    }

    /** The figures of a city that the score asks for. */
    @Transactional(readOnly = true)
    public CityFigures figures(String city) {
        return figures.of(city);
    }

    /** Registers letters that handed something over; they don't show in the record, which the city may read. */
    public void transferred(String number, List<Transfer> transfers) {
        transfers.forEach(transfer -> rows.add(number, transfer));
    }

    /** How many letters handed something over. */
    @Transactional(readOnly = true)
    public int transfers(String number) {
        return rows.transfers(number);
    }

    /** What came of a problem's special supervision. */
    public void settle(String problem, boolean rectified) {
        jdbc.sql(
                        """
                        update wubu.inspection_problem set rectified = :rectified
                        where problem_number = :problem and rectified is null
                        """)
                .param("rectified", rectified)
                .param("problem", problem)
                .update();
    }
}
