package io.wubu.flow.supervisionround;

import io.wubu.lawclock.LawClock;
import io.wubu.records.Entry;
import io.wubu.records.Records;
import io.wubu.shared.Actor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The case record of a round; what its teams do stands in it as well. */
@Component
public class RoundRecord {

    private final Records records;
    private final LawClock clock;

    RoundRecord(Records records, LawClock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** Appends a step of the round or of one of its teams. */
    public void append(
            RoundNumber number, String step, String label, Actor by, Map<String, Object> content, List<UUID> photos) {
        records.append(new Entry(number.ofRound(), step, label, by, clock.now(), null, null, content, photos, null));
    }
}
