package io.wubu.flow.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Reminders hang on every task with a due date, and always in the same words: an unchanged model is not deployed anew. */
class RemindersTest {

    @Test
    void theSameModelBecomesTheSameDeployment() throws IOException {
        var model = Files.readAllBytes(Path.of("bpmn/assign.bpmn"));

        assertThat(Reminders.hangOn(model)).isEqualTo(Reminders.hangOn(model));
    }

    @Test
    void aTaskWithADueDateGetsTwoRemindersAndTheOverdueMark() throws IOException {
        var deployed =
                new String(Reminders.hangOn(Files.readAllBytes(Path.of("bpmn/assign.bpmn"))), StandardCharsets.UTF_8);

        assertThat(deployed)
                .contains("signIn_remindEarly", "signIn_remindLate", "signIn_markOverdue")
                .contains("${deadline.early(execution, deadline.of(execution, 'signIn'))}", "${limitEnded}");
    }
}
