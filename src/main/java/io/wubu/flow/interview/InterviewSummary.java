package io.wubu.flow.interview;

import io.wubu.flow.engine.CaseSummary;
import io.wubu.interviews.Interviews;
import io.wubu.interviews.Requirement;
import io.wubu.interviews.Requirements;
import io.wubu.problems.Problems;
import io.wubu.regions.Regions;
import io.wubu.shared.ClockConfiguration;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Introduces an interview: on its task cards and on top of its forms. */
@Component
class InterviewSummary implements CaseSummary {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Interviews interviews;
    private final Requirements requirements;
    private final Problems problems;
    private final Regions regions;

    InterviewSummary(Interviews interviews, Requirements requirements, Problems problems, Regions regions) {
        this.interviews = interviews;
        this.requirements = requirements;
        this.problems = problems;
        this.regions = regions;
    }

    @Override
    public boolean knows(String number) {
        return number.startsWith("IV-");
    }

    @Override
    public String line(String number) {
        var region = regions.get(interviews.get(number).regionCode());
        return "%s｜%s｜约谈".formatted(number, region.name());
    }

    @Override
    public Map<String, Object> facts(String number) {
        var interview = interviews.get(number);
        var facts = new LinkedHashMap<String, Object>();
        facts.put("约谈编号", number);
        facts.put("被约谈地区", regions.get(interview.regionCode()).fullName());
        facts.put("状态", interview.state().chinese());
        if (interview.isMandatory()) {
            facts.put("性质", "应当约谈：未完成空气质量改善目标，须公开，主要负责人参加");
        }
        if (interview.meetingAt() != null) {
            facts.put("约谈会时间", MOMENT.format(interview.meetingAt().atZone(ClockConfiguration.ZONE)));
        }
        facts.put("并入问题", listed(number));
        var made = requirements.of(number);
        if (!made.isEmpty()) {
            facts.put("整改要求", made.stream().map(InterviewSummary::line).collect(Collectors.joining("\n")));
        }
        return facts;
    }

    /** The joined problems, a line each. */
    String listed(String number) {
        return interviews.openProblems(number).stream()
                .map(problems::get)
                .map(problem -> "%s %s %s（%s）"
                        .formatted(
                                problem.number(),
                                problem.siteName(),
                                problem.problemType(),
                                problem.state().chinese()))
                .collect(Collectors.joining("\n"));
    }

    private static String line(Requirement requirement) {
        return "%d. %s（%s前，%s）"
                .formatted(
                        requirement.no(),
                        requirement.text(),
                        requirement.dueOn(),
                        requirement.fulfilled() ? "已完成" : "未完成");
    }
}
