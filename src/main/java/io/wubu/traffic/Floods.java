package io.wubu.traffic;

import io.wubu.audit.AuditLog;
import io.wubu.shared.Lately;
import java.net.InetAddress;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts who is let go; what is written down is a line a minute, and a row for each of the worst addresses, however many there are. */
@Component
class Floods {

    private static final Logger LOG = LoggerFactory.getLogger(Floods.class);

    /** Addresses told apart in a minute. */
    private static final int ADDRESSES = 20;

    private static final String OTHERS = "其他来源";

    private final AuditLog audit;
    private final Map<Kind, LongAdder> all = new EnumMap<>(Kind.class);
    private final Map<String, Map<Kind, Integer>> minute = new HashMap<>();
    private final Lately lately = new Lately();

    Floods(AuditLog audit) {
        this.audit = audit;
        for (var kind : Kind.values()) {
            all.put(kind, new LongAdder());
        }
    }

    /** Why a connection ended. */
    enum Kind {
        SENDER("传得太慢的请求"),
        READER("读得太慢的连接"),
        HEAD("迟迟不发完请求头的连接"),
        CONNECTION("超出数量的连接");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }
    }

    void count(Kind kind, InetAddress source) {
        counter(kind).increment();
        lately.happened();
        synchronized (minute) {
            var name = source.getHostAddress();
            var place = minute.containsKey(name) || minute.size() < ADDRESSES ? name : OTHERS;
            minute.computeIfAbsent(place, fresh -> new EnumMap<>(Kind.class)).merge(kind, 1, Integer::sum);
        }
    }

    /** Since the start. */
    long sum(Kind kind) {
        return counter(kind).sum();
    }

    /** Of all kinds, in the last minute. */
    long lately() {
        return lately.times();
    }

    /** What the minute brought. */
    @Scheduled(fixedDelay = 60_000)
    void tell() {
        Map<String, Map<Kind, Integer>> over;
        synchronized (minute) {
            over = new HashMap<>(minute);
            minute.clear();
        }
        if (over.isEmpty()) {
            return;
        }
        LOG.warn("过去一分钟中断了慢速连接：{} (slow clients were let go)", over);
        over.forEach((source, kinds) -> audit.flood(source, "一分钟内中断" + words(kinds)));
    }

    private LongAdder counter(Kind kind) {
        return Objects.requireNonNull(all.get(kind));
    }

    private static String words(Map<Kind, Integer> kinds) {
        var words = new StringBuilder();
        kinds.forEach((kind, count) -> words.append(words.isEmpty() ? "" : "、")
                .append(kind.chinese)
                .append(' ')
                .append(count)
                .append(" 个"));
        return words.toString();
    }
}
