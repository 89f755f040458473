package io.wubu.access.routes;

import io.wubu.WubuTest;
import io.wubu.access.routes.Thing.Kind;
import io.wubu.flow.supervisionround.RoundStarts;
import io.wubu.flow.supervisionslip.SlipRequests;
import io.wubu.letters.LetterState;
import io.wubu.letters.LetterText;
import io.wubu.letters.Letters;
import io.wubu.people.Role;
import io.wubu.problems.State;
import io.wubu.records.Entry;
import io.wubu.records.Records;
import io.wubu.shared.Actor;
import io.wubu.slips.Clues;
import io.wubu.slips.Colour;
import io.wubu.slips.SlipRequest;
import io.wubu.slips.Slips;
import io.wubu.slips.Trigger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases of every kind in four regions, for tests that go through all routes. */
abstract class MatrixGround extends WubuTest {

    /** A county of 唐山, its neighbour in the city, one of the next city, one of another province. */
    static final List<String> COUNTIES = List.of("130202", "130203", "130502", "370102");

    /** The kinds of cases whose tasks are asked for: one of each rule about who sees them. */
    private static final Set<Kind> TASKS =
            EnumSet.of(Kind.PROBLEM, Kind.CLUE, Kind.LETTER_DRAFT, Kind.LETTER, Kind.TEAM);

    final List<Thing> things = new ArrayList<>();

    @Autowired
    private Letters letters;

    @Autowired
    private Slips slips;

    @Autowired
    private SlipRequests requests;

    @Autowired
    private Clues clues;

    @Autowired
    private Records records;

    @Autowired
    private RoundStarts rounds;

    void prepareEverything() {
        var round = rounds.begin(4);
        things.add(Thing.ofCase(Kind.ROUND, round, MINISTRY, MINISTRY));
        for (var county : COUNTIES) {
            var city = county.substring(0, 4) + "00";
            cases(county, city);
            if (things.stream()
                    .noneMatch(
                            thing -> thing.kind() == Kind.TEAM && thing.city().equals(city))) {
                ofCity(round, city);
            }
        }
        things.addAll(parts());
    }

    void endEverything() {
        things.stream().filter(thing -> thing.kind() == thing.of()).forEach(thing -> endAll(thing.id()));
    }

    private void cases(String county, String city) {
        for (var state : State.values()) {
            var number = importedProblem(county, "散乱污");
            if (state != State.ASSIGNED) {
                stand(number, state);
            }
            if (state == State.ASSIGNED || state == State.RECTIFYING) {
                add(Kind.PROBLEM, number, county, city);
            }
            if (state == State.RECTIFYING) {
                supervised(number, county, city);
            }
            if (state == State.NOT_RECTIFIED) {
                add(Kind.INTERVIEW, joined("interviewCase", "interview", number, county), county, city);
            }
            if (state == State.PATROL_VERIFIED) {
                start("closure", number, county);
            }
        }
        add(Kind.PROBLEM, foundProblem(county, "散乱污"), county, city);
        photo(county, city);
    }

    private void supervised(String number, String county, String city) {
        requests.byHand(
                number,
                new SlipRequest(
                        Trigger.IMPORTANT,
                        Colour.WHITE,
                        "群众反映强烈，问题尚未整改到位",
                        "请立即组织整改，每日报告进展",
                        new Actor("urging-office." + city, "市督查室")));
        fire(number, "officeOpens");
        var slip = slips.openSlip(number).orElseThrow();
        add(Kind.SLIP, slip.number(), county, city);
        var clue = clues.propose(slip, "问题长期不改，建议核查履职情况").orElseThrow();
        asSystem.run(() -> engine.getRuntimeService()
                .createMessageCorrelation("wubu.clueProposed")
                .processInstanceBusinessKey(clue)
                .setVariable("regionCode", city)
                .correlateStartMessage());
        add(Kind.CLUE, clue, city, city);
    }

    private void ofCity(String round, String city) {
        var draft = letters.open("2017Q", "2017Q-R02", LocalDate.of(2026, 10, 1), city);
        letters.draft(draft, text(), "office");
        startBefore("supervisionLetter", "draftLetter", draft, MINISTRY);
        add(Kind.LETTER_DRAFT, draft, city, city);
        var issued = letters.open("2017Q", "2017Q-R03", LocalDate.of(2026, 10, 15), city);
        letters.draft(issued, text(), "office");
        letters.decide(issued, LetterState.APPROVED);
        letters.issue(issued, LocalDate.of(2026, 11, 24), LocalDate.of(2026, 12, 9));
        startBefore("supervisionLetter", "replyToLetter", issued, city);
        add(Kind.LETTER, issued, city, city);
        var special = importedProblem(city, "散乱污");
        stand(special, State.INTERVIEW);
        add(Kind.SPECIAL, joined("specialCase", "inspection", special, city), city, city);
        var team = round + "-" + city;
        start("teamCheck", team, city);
        add(Kind.TEAM, team, city, city);
    }

    private static LetterText text() {
        return new LetterText("环督函", "关于督查发现问题的督办函", "市人民政府", "请立即查处。");
    }

    private String joined(String process, String table, String number, String region) {
        start(process, number, region);
        runJobs(number);
        return jdbc.sql("select %1$s_number from wubu.%1$s_problem where problem_number = :number".formatted(table))
                .param("number", number)
                .query(String.class)
                .single();
    }

    private void stand(String number, State state) {
        endAll(number);
        jdbc.sql("update wubu.problem set state = :state, stage = :stage where number = :number")
                .param("state", state.name())
                .param("stage", state.stage())
                .param("number", number)
                .update();
    }

    private void photo(String county, String city) {
        var team = account(Role.PATROL_TEAM, city);
        var photo = photos(team, 1).get(0);
        var number = things.get(things.size() - 1).id();
        records.append(new Entry(
                number,
                "test",
                "现场照片",
                new Actor(team, "巡查组"),
                clock.instant(),
                null,
                null,
                Map.of(),
                List.of(UUID.fromString(photo)),
                null));
        add(Kind.PHOTO, photo, county, city);
    }

    /** Tasks, instances and jobs of the cases: one of each for a kind of case in a region. */
    private List<Thing> parts() {
        var parts = new ArrayList<Thing>();
        var known = new HashSet<String>();
        asSystem.run(() -> things.stream()
                .filter(thing -> known.add(thing.kind() + thing.region()))
                .forEach(thing -> {
                    engine.getRuntimeService()
                            .createProcessInstanceQuery()
                            .processInstanceBusinessKey(thing.id())
                            .listPage(0, 1)
                            .forEach(instance -> parts.add(part(Kind.INSTANCE, instance.getId(), thing)));
                    engine.getTaskService()
                            .createTaskQuery()
                            .processInstanceBusinessKey(TASKS.contains(thing.kind()) ? thing.id() : "none")
                            .listPage(0, 1)
                            .forEach(task -> parts.add(part(Kind.TASK, task.getId(), thing)));
                    jobs(thing.id()).stream().limit(1).forEach(job -> parts.add(part(Kind.JOB, job.getId(), thing)));
                }));
        return parts;
    }

    private static Thing part(Kind kind, String id, Thing whole) {
        return new Thing(kind, id, whole.of(), whole.region(), whole.city());
    }

    private void add(Kind kind, String id, String region, String city) {
        things.add(Thing.ofCase(kind, id, region, city));
    }

    private void startBefore(String process, String step, String number, String region) {
        asSystem.run(() -> engine.getRuntimeService()
                .createProcessInstanceByKey(process)
                .businessKey(number)
                .setVariable("regionCode", region)
                .startBeforeActivity(step)
                .execute());
    }

    private void start(String process, String number, String region) {
        asSystem.run(() ->
                engine.getRuntimeService().startProcessInstanceByKey(process, number, Map.of("regionCode", region)));
        if (!process.equals("teamCheck")) {
            runJobs(number);
        }
    }
}
