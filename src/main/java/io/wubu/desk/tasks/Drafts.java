package io.wubu.desk.tasks;

import io.wubu.drafts.PaperDrafts;
import io.wubu.flow.engine.Tasks;
import io.wubu.people.People;
import io.wubu.shared.Json;
import io.wubu.shared.RuleBroken;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Papers that are being filled in: of whom the paper is, so many and so much of each account, and not longer than the task. */
@Component
class Drafts {

    private static final int SWEPT = 500;
    private static final Duration YOUNG = Duration.ofMinutes(10);

    private final PaperDrafts drafts;
    private final Json json;
    private final Tasks tasks;
    private final People people;
    private final DataSize longest;
    private final int most;
    private final DataSize total;

    Drafts(
            PaperDrafts drafts,
            Json json,
            Tasks tasks,
            People people,
            @Value("${wubu.drafts.longest}") DataSize longest,
            @Value("${wubu.drafts.most}") int most,
            @Value("${wubu.drafts.total}") DataSize total) {
        this.drafts = drafts;
        this.json = json;
        this.tasks = tasks;
        this.people = people;
        this.longest = longest;
        this.most = most;
        this.total = total;
    }

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
            forgetGone(drafts.tasksOf(user));
            if (!hasRoom(task, user, size)) {
                throw new RuleBroken(
                        "draft",
                        "draft.quota",
                        "“草稿”：每个账号不超过 " + most + " 份、共 " + total.toMegabytes() + " MB，请先办结或清空一些");
            }
        }
        drafts.keep(task, user, text);
    }

    @Nullable
    Map<String, Object> of(String task, String user) {
        return drafts.find(task, user).orElse(null);
    }

    void forget(String task) {
        drafts.forget(List.of(task));
    }

    /** A task may end by a timer, or under somebody else's hands; its drafts go with it, the oldest looked at first. */
    @Scheduled(initialDelay = 600_000, fixedDelay = 600_000)
    void sweep() {
        forgetGone(drafts.olderThan(YOUNG, SWEPT));
    }

    private void forgetGone(List<String> looked) {
        drafts.forget(tasks.gone(looked));
    }

    private boolean hasRoom(String task, String user, int size) {
        var kept = drafts.keptBeside(task, user);
        return kept.drafts() < most && kept.bytes() + size <= total.toBytes();
    }
}
