package io.wubu.races;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.wubu.WubuTest;
import io.wubu.inspections.Inspections;
import io.wubu.inspections.Nomination;
import io.wubu.interviews.Interviews;
import io.wubu.interviews.Joined;
import io.wubu.problems.Move;
import io.wubu.problems.State;
import io.wubu.shared.Actor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/** A region has one interview, a city one special supervision, however many come at once. */
class OneInterviewIT extends WubuTest {

    @Autowired
    private Interviews interviews;

    @Autowired
    private Inspections inspections;

    @Autowired
    private TransactionTemplate transaction;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @BeforeEach
    void nobodyIsInterviewed() {
        jdbc.sql("update wubu.interview set closed_at = now() where closed_at is null")
                .update();
        jdbc.sql("update wubu.inspection set closed_at = now() where closed_at is null")
                .update();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void theSecondOfTwoProblemsAtOnceJoinsTheFirstOnesInterview() throws Exception {
        var first = importedProblem(COUNTY, "散乱污");
        var second = importedProblem(COUNTY, "散乱污");
        Future<Joined> loser = transaction.execute(status -> {
            interviews.join(COUNTY, first);
            var waiting = threads.submit(() -> interviews.join(COUNTY, second));
            await().until(this::somebodyWaitsForALock);
            return waiting;
        });

        var joined = loser.get();

        assertThat(joined.opened()).isFalse();
        assertThat(interviews.openProblems(joined.number())).containsExactly(first, second);
    }

    @Test
    void fourProblemsAtOnceShareOneInterviewAndItsProcess() throws Exception {
        var problems = Stream.generate(() -> escalated(COUNTY)).limit(4).toList();
        var jobs = problems.stream().map(number -> jobs(number).get(0).getId()).toList();

        allAtOnce(jobs);

        var open = jdbc.sql("select number from wubu.interview where region_code = :r and closed_at is null")
                .param("r", COUNTY)
                .query(String.class)
                .single();
        assertThat(interviews.openProblems(open)).containsExactlyInAnyOrderElementsOf(problems);
        assertThat(openSteps(open)).containsExactly("proposeInterview");
    }

    @Test
    void theTableItselfRefusesASecondOpenCase() {
        var interview = interviews.open(COUNTY).number();
        var inspection =
                inspections.nominate(CITY, new Nomination(interview, "约谈评估不合格")).number();

        assertThatThrownBy(() -> jdbc.sql(
                                """
                                insert into wubu.interview (number, campaign, region_code, city_code, state, opened_at)
                                select number || 'X', campaign, region_code, city_code, state, opened_at
                                from wubu.interview where number = :n
                                """)
                        .param("n", interview)
                        .update())
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> jdbc.sql(
                                """
                                insert into wubu.inspection (number, campaign, city_code, state, opened_at)
                                select number || 'X', campaign, city_code, state, opened_at
                                from wubu.inspection where number = :n
                                """)
                        .param("n", inspection)
                        .update())
                .isInstanceOf(DuplicateKeyException.class);
    }

    private void allAtOnce(List<String> jobs) throws InterruptedException, ExecutionException {
        var barrier = new CyclicBarrier(jobs.size());
        var runs = jobs.stream()
                .map(job -> threads.submit(() -> {
                    barrier.await();
                    engine.getManagementService().executeJob(job);
                    return job;
                }))
                .toList();
        for (var run : runs) {
            run.get();
        }
    }

    private String escalated(String county) {
        var number = importedProblem(county, "散乱污");
        problems.move(number, Move.of("test", "转入", Actor.SYSTEM, List.of(State.ASSIGNED), State.NOT_RECTIFIED));
        asSystem.run(() -> {
            var runtime = engine.getRuntimeService();
            runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                    .filter(instance -> instance.getRootProcessInstanceId().equals(instance.getId()))
                    .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test of a part"));
            runtime.startProcessInstanceByKey("interviewCase", number, Map.of("regionCode", county));
        });
        return number;
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql("select count(*) > 0 from pg_locks where not granted")
                .query(Boolean.class)
                .single();
    }
}
