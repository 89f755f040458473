package io.wubu.desk.tasks;

import io.wubu.flow.engine.Tasks;
import io.wubu.people.People;
import io.wubu.shared.Json;
import io.wubu.shared.RuleBroken;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Papers that are being filled in: of whom the paper is, so many and so much of each account, and not longer than the task. */
@Component
class Drafts {

    private static final int SWEPT = 500;
    private static final Duration YOUNG = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;
    private final Tasks tasks;
    private final People people;
    private final DataSize longest;
    private final int most;
    private final DataSize total;

    Drafts(
            JdbcClient jdbc,
            Json json,
            Clock clock,
            Tasks tasks,
            People people,
            @Value("${wubu.drafts.longest}") DataSize longest,
            @Value("${wubu.drafts.most}") int most,
            @Value("${wubu.drafts.total}") DataSize total) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.tasks = tasks;
        this.people = people;
        this.longest = longest;
        this.most = most;
        this.total = total;
    }

    private record Kept(int drafts, long bytes) {}

    /** Whether the account fills in the paper of that task, under the post it acts under now. */
    boolean isFor(String task, String user) {
        return people.find(user)
                .map(person -> tasks.isFor(task, user, person.group()))
                .orElse(false);
    }

    /** Keeps what is filled in so far; {@link RuleBroken} if that is too much. */
    void keep(String task, String user, Map<String, Object> fields) {
        var text = json.write(fields);
        var size = text.getBytes(StandardCharsets.UTF_8).length;
        if (size > longest.toBytes()) {
            throw new RuleBroken("draft", "draft.size", "“草稿”：不超过 " + longest.toKilobytes() + " KB，没有保存");
        }
        if (!hasRoom(task, user, size)) {
            forgetGone(user);
            if (!hasRoom(task, user, size)) {
                throw new RuleBroken(
                        "draft",
                        "draft.quota",
                        "“草稿”：每个账号不超过 " + most + " 份、共 " + total.toMegabytes() + " MB，请先办结或清空一些");
            }
        }
        jdbc.sql(
                        """
                        insert into wubu.paper_draft (task_id, user_id, fields, saved_at)
                        values (:id, :user, :fields::jsonb, :now)
                        on conflict (task_id, user_id) do update
                            set fields = excluded.fields, saved_at = excluded.saved_at
                        """)
                .param("id", task)
                .param("user", user)
                .param("fields", text)
                .param("now", now())
                .update();
    }

    @Nullable
    Map<String, Object> of(String task, String user) {
        return jdbc.sql("select fields from wubu.paper_draft where task_id = :id and user_id = :user")
                .param("id", task)
                .param("user", user)
                .query(String.class)
                .optional()
                .map(json::read)
                .orElse(null);
    }

    void forget(String task) {
        jdbc.sql("delete from wubu.paper_draft where task_id = :id")
                .param("id", task)
                .update();
    }

    /** A task may end by a timer, or under somebody else's hands; its drafts go with it, the oldest looked at first. */
    @Scheduled(initialDelay = 600_000, fixedDelay = 600_000)
    void sweep() {
        forget(jdbc.sql(
                        """
                                select task_id from wubu.paper_draft where saved_at < :young
                                group by task_id order by min(saved_at) limit :most
                                """)
                .param("young", now().minus(YOUNG))
                .param("most", SWEPT)
                .query(String.class)
                .list());
    }

    private void forgetGone(String user) {
        forget(jdbc.sql("select task_id from wubu.paper_draft where user_id = :user")
                .param("user", user)
                .query(String.class)
                .list());
    }

    private void forget(List<String> looked) {
        var gone = tasks.gone(looked);
        if (!gone.isEmpty()) {
            jdbc.sql("delete from wubu.paper_draft where task_id in (:gone)")
                    .param("gone", gone)
                    .update();
        }
    }

    private boolean hasRoom(String task, String user, int size) {
        var kept = jdbc.sql(
                        """
                        select count(*) as drafts, coalesce(sum(octet_length(fields::text)), 0) as bytes
                        from wubu.paper_draft where user_id = :user and task_id <> :id
                        """)
                .param("user", user)
                .param("id", task)
                .query(Kept.class)
                .single();
        return kept.drafts() < most && kept.bytes() + size <= total.toBytes();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
