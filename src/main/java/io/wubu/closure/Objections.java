package io.wubu.closure;

import io.wubu.lawclock.LawClock;
import io.wubu.people.People;
import io.wubu.problems.Problems;
import io.wubu.records.Written;
import io.wubu.shared.Actor;
import io.wubu.shared.RuleBroken;
import io.wubu.shared.Stale;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 异议: raised while a closure is on public notice, ruled on before the closure goes on. */
@Component
@Transactional
public class Objections {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 2000;

    private final ClosureRows rows;
    private final Problems problems;
    private final People people;
    private final LawClock clock;
    private final ApplicationEventPublisher events;

    Objections(ClosureRows rows, Problems problems, People people, LawClock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.problems = problems;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Raises an objection, until midnight of the notice's last day.
     *
     * @param byUser the account that objects, or whose hotline desk took the objection
     * @throws RuleBroken if the text is too short or the problem is not on notice
     */
    public void raise(String number, String text, String byUser) {
        var words = text.strip();
        if (words.length() < SHORTEST || words.length() > LONGEST) {
            throw new RuleBroken("text", "length", "“异议内容”须为 %d 至 %d 字".formatted(SHORTEST, LONGEST));
        }
        problems.get(number);
        var application = rows.lock(number).orElseThrow(Objections::notOnNotice);
        var first = application.state().equals("NOTICE");
        var notice = rows.notice(application.id()).orElseThrow(Objections::notOnNotice);
        if (!first && !application.state().equals("OBJECTION") || !notice.runsOn(clock.today())) {
            throw notOnNotice();
        }
        rows.object(notice.id(), words, byUser, clock.now());
        rows.move(number, List.of("NOTICE", "OBJECTION"), "OBJECTION");
        var by = people.find(byUser).map(person -> person.actor()).orElse(new Actor(byUser, "公众"));
        problems.note(number, "raiseObjection", "公示期异议", by, Map.of("异议内容", words), List.of());
        events.publishEvent(new ObjectionRaised(number, first));
    }

    /** The objections of the open application that wait for a ruling, oldest first. */
    @Transactional(readOnly = true)
    public List<Objection> open(String number) {
        return rows.objections(rows.open(number).id());
    }

    /**
     * Rules on all waiting objections at once. An upheld one is followed by {@link Closures#refuse}.
     *
     * @param seen how many the officer had before him; {@link RuleBroken} if there are more by now
     */
    public void rule(String number, int seen, Ruling ruling, Written paper) {
        var application = rows.lock(number).orElseThrow(() -> new Stale("销号申请已办结"));
        if (rows.objections(application.id()).size() != seen) {
            throw new RuleBroken("objectionCount", "changed", "“异议件数”：办理期间又收到异议，请重新打开任务，一并处理");
        }
        rows.rule(application.id(), ruling, clock.now());
        var next =
                switch (ruling) {
                    case DISMISSED -> "NOTICE";
                    case RESTART -> "ACCEPTED";
                    case UPHELD -> "OBJECTION";
                };
        rows.move(number, List.of("OBJECTION"), next);
        if (ruling != Ruling.UPHELD) {
            problems.note(number, "handleObjection", "处理异议", paper.by(), paper.content(), paper.photos());
        }
    }

    private static RuleBroken notOnNotice() {
        return new RuleBroken("number", "notice", "该问题不在公示期内，不能提出异议");
    }
}
