package io.wubu.flow.supervisionletter;

import io.wubu.letters.Letters;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** {@code ${letterEnd…}}: the two ways a letter ends. */
@Component("letterEnd")
public class LetterEnd {

    private final Letters letters;
    private final LetterRecord record;

    LetterEnd(Letters letters, LetterRecord record) {
        this.letters = letters;
        this.record = record;
    }

    /** 办结: published by both, answered and accepted. */
    public void closed(DelegateExecution execution) {
        letters.close(execution.getProcessBusinessKey());
        record.append(execution.getProcessBusinessKey(), "letterClosed", "督办函办结", Map.of());
    }

    /** 不再发函: the leader decided so when he was to sign. */
    public void dropped(DelegateExecution execution) {
        record.append(execution.getProcessBusinessKey(), "letterDropped", "不再发函", Map.of());
    }
}
