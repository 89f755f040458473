package io.wubu.interviews;

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

/** The interviews' door: a region has one at a time, problems join it, each step leaves its entry. */
@Component
@Transactional
public class Interviews {

    private static final Set<String> SETTABLE = Set.of(
            "level",
            "mode",
            "openness",
            "reasons",
            "meeting_at",
            "rescheduled",
            "held_on",
            "demand",
            "demand_due",
            "demanded_at",
            "closed_at");

    private final JdbcClient jdbc;
    private final InterviewRows rows;
    private final CaseTable table;
    private final Records records;
    private final Clock clock;

    Interviews(JdbcClient jdbc, InterviewRows rows, Records records, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.records = records;
        this.clock = clock;
        this.table = new CaseTable(jdbc, records, clock, "wubu.interview", SETTABLE);
    }

    /** The region's open interview, opened now if there is none. */
    public Joined open(String region) {
        var open = rows.lockOpen(region);
        if (open.isPresent()) {
            return new Joined(open.get().number(), false, open.get().inForce());
        }
        var number = rows.insert(region);
        note(number, "interviewOpened", "建议约谈", Actor.SYSTEM, Map.of());
        return new Joined(number, true, null);
    }

    /** A problem joins the region's interview, opening it if there is none; of two at once, one opens and one joins. */
    public Joined join(String region, String problem) {
        var joined = open(region);
        rows.add(joined.number(), problem);
        note(joined.number(), "joinInterview", "问题并入", Actor.SYSTEM, Map.of("问题编号", problem));
        return joined;
    }

    /** An interview by its number; {@link Unknown} if there is none. */
    @Transactional(readOnly = true)
    public Interview get(String number) {
        return find(number).orElseThrow(() -> new Unknown("没有约谈 " + number));
    }

    /** An interview by its number, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Interview> find(String number) {
        return rows.find(number);
    }

    /** Takes a step; {@link io.wubu.shared.Stale} if the interview is not where the step starts. */
    public void move(String number, Step<InterviewState> step) {
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

    /** What came of a problem's interview. */
    public void settle(String problem, boolean rectified) {
        jdbc.sql(
                        """
                        update wubu.interview_problem set rectified = :rectified
                        where problem_number = :problem and rectified is null
                        """)
                .param("rectified", rectified)
                .param("problem", problem)
                .update();
    }
}
