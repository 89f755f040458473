package io.wubu.flow.interview;

import io.wubu.flow.dates.Deadlines;
import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.interviews.InterviewState;
import io.wubu.interviews.Interviews;
import io.wubu.lawclock.LawClock;
import io.wubu.shared.ClockConfiguration;
import io.wubu.shared.RuleBroken;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 约谈通知: time, place and posts, so many working days ahead; a mandatory interview is with the principal. */
@Component("issueNotice")
class IssueNotice extends InterviewPaper {

    private final Interviews interviews;
    private final Deadlines deadlines;
    private final LawClock clock;

    IssueNotice(Interviews interviews, Deadlines deadlines, LawClock clock) {
        this.interviews = interviews;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return Map.of(
                "meetingAt", earliest(task.number()) + "T09:00", "convener", "专项督查办负责人", "materials", "书面报告、整改进展及佐证材料");
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var meeting = paper.dateTime("meetingAt");
        var earliest = earliest(number(task));
        if (meeting.toLocalDate().isBefore(earliest)) {
            throw new RuleBroken(
                    "meetingAt",
                    "ahead",
                    "“约谈时间”：应至少提前 %s通知，不早于 %s"
                            .formatted(deadlines.limit("noticeAhead").chinese(), earliest));
        }
        if (interviews.get(number(task)).isMandatory() && !paper.is("interviewee", "PRINCIPAL")) {
            throw new RuleBroken("interviewee", "principal", "“约谈对象”：未完成空气质量改善目标的，应当约谈主要负责人");
        }
        interviews.move(
                number(task),
                step(task, paper, InterviewState.NOTIFYING, InterviewState.REPORTING)
                        .setting(
                                "meeting_at",
                                meeting.atZone(ClockConfiguration.ZONE).toInstant()));
    }

    private LocalDate earliest(String number) {
        var region = interviews.get(number).regionCode();
        return clock.dateOf(clock.due(clock.now(), deadlines.limit("noticeAhead"), region));
    }
}
