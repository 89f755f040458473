package io.wubu.slips;

import io.wubu.lawclock.LawClock;
import io.wubu.records.Entry;
import io.wubu.records.ProtectedFieldRead;
import io.wubu.records.Records;
import io.wubu.records.Written;
import io.wubu.secrets.Sealed;
import io.wubu.secrets.Secrets;
import io.wubu.shared.Actor;
import io.wubu.shared.Numbers;
import io.wubu.shared.Stale;
import io.wubu.shared.Unknown;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The clue proposals' door. Their texts are sealed; their entries stand under their own number, outside the problem's record. */
@Component
@Transactional
public class Clues {

    private static final String SELECT =
            "select number, slip_number, problem_number, city_code, facts, ground, state from wubu.clue_proposal ";

    private final JdbcClient jdbc;
    private final Records records;
    private final Numbers numbers;
    private final LawClock clock;
    private final ApplicationEventPublisher events;
    private final Secrets secrets;

    Clues(
            JdbcClient jdbc,
            Records records,
            Numbers numbers,
            LawClock clock,
            ApplicationEventPublisher events,
            Secrets secrets) {
        this.jdbc = jdbc;
        this.records = records;
        this.numbers = numbers;
        this.clock = clock;
        this.events = events;
        this.secrets = secrets;
    }

    /** Proposes a clue because of a slip and answers its number; empty if the slip has led to one before. */
    public Optional<String> propose(Slip slip, String ground) {
        var prefix = slip.number().replaceFirst("^SD", "CL").replaceFirst("-\\d+$", "");
        if (isProposed(slip.number())) {
            return Optional.empty();
        }
        var number = "%s-%05d".formatted(prefix, numbers.next(prefix));
        jdbc.sql(
                        """
                        insert into wubu.clue_proposal
                            (number, slip_number, problem_number, city_code, facts, ground, state, proposed_at)
                        values (:number, :slip, :problem, :city, :facts, :ground, 'PROPOSED', :now)
                        """)
                .param("number", number)
                .param("slip", slip.number())
                .param("problem", slip.problemNumber())
                .param("city", slip.cityCode())
                .param("facts", sealed(slip.facts(), number, "facts"))
                .param("ground", sealed(ground, number, "ground"))
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .update();
        var content = Map.<String, Object>of("督办单", slip.reference(), "问题编号", slip.problemNumber(), "理由", ground);
        var paper = new Written(Actor.SYSTEM, content, List.of());
        append(number, "proposeClue", "提出问题线索和问责建议", paper, null, ClueState.PROPOSED);
        return Optional.of(number);
    }

    /** A clue by its number, its content read and therefore told of; {@link Unknown} if there is none. */
    @Transactional(readOnly = true)
    public Clue get(String number) {
        var clue = jdbc.sql(SELECT + "where number = :number")
                .param("number", number)
                .query(this::clue)
                .optional()
                .orElseThrow(() -> new Unknown("没有问题线索建议 " + number));
        events.publishEvent(new ProtectedFieldRead(number, "facts,ground"));
        return clue;
    }

    /** The city whose clue it is, without its content; empty if there is none. */
    @Transactional(readOnly = true)
    public Optional<String> cityOf(String number) {
        return jdbc.sql("select city_code from wubu.clue_proposal where number = :number")
                .param("number", number)
                .query(String.class)
                .optional();
    }

    /** The problem it is about, without its content; {@link Unknown} if there is none. */
    @Transactional(readOnly = true)
    public String problemOf(String number) {
        return jdbc.sql("select problem_number from wubu.clue_proposal where number = :number")
                .param("number", number)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Unknown("没有问题线索建议 " + number));
    }

    private boolean isProposed(String slip) {
        return jdbc.sql("select exists (select from wubu.clue_proposal where slip_number = :slip)")
                .param("slip", slip)
                .query(Boolean.class)
                .single();
    }

    /** The urging office confirms or dismisses it. */
    public void decide(String number, ClueState to, @Nullable String opinion, Written paper) {
        var changed = jdbc.sql(
                        """
                        update wubu.clue_proposal set state = :to, opinion = :opinion, decided_by = :by, decided_at = :now
                        where number = :number and state = 'PROPOSED'
                        """)
                .param("to", to.name())
                .param("opinion", opinion == null ? null : sealed(opinion, number, "opinion"))
                .param("by", paper.by().post())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("number", number)
                .update();
        if (changed != 1) {
            throw new Stale("问题线索建议 %s 已办理".formatted(number));
        }
        append(number, "handleClue", to.chinese(), paper, ClueState.PROPOSED, to);
    }

    private Clue clue(ResultSet row, int index) throws SQLException {
        var number = row.getString("number");
        return new Clue(
                number,
                row.getString("slip_number"),
                row.getString("problem_number"),
                row.getString("city_code"),
                secrets.open(new Sealed(row.getString("facts")), place(number, "facts")),
                secrets.open(new Sealed(row.getString("ground")), place(number, "ground")),
                ClueState.valueOf(row.getString("state")));
    }

    private String sealed(String text, String number, String column) {
        return secrets.seal(text, place(number, column)).text();
    }

    private static String place(String number, String column) {
        return "clue_proposal." + column + " " + number;
    }

    private void append(
            String number, String step, String label, Written paper, @Nullable ClueState from, ClueState to) {
        records.appendSealed(new Entry(
                number,
                step,
                label,
                paper.by(),
                clock.now(),
                from == null ? null : from.name(),
                to.name(),
                paper.content(),
                paper.photos(),
                null));
    }
}
