package io.wubu.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import org.springframework.transaction.TransactionSystemException;

/** What stands behind a failure, in words. */
class TroubleTest {

    private final Stays stays = new Stays(new PoolSettings.Account(1, 1, Duration.ZERO));

    @ParameterizedTest
    @CsvSource({
        "57014, TOO_LONG",
        "55P03, LOCKED",
        "40P01, LOCKED",
        "40001, LOCKED",
        "53300, BUSY",
        "57P01, UNREACHABLE",
        "57P02, UNREACHABLE",
        "57P03, UNREACHABLE",
        "08006, UNREACHABLE",
        "08001, UNREACHABLE",
        "25P03, TOO_LONG",
        "58030, UNREACHABLE",
        "58P01, UNREACHABLE",
    })
    void aStateIsFoundHoweverDeepItIs(String state, Trouble trouble) {
        var failure = new SQLException("english", state);
        assertThat(Trouble.of(failure)).contains(trouble);
        assertThat(Trouble.of(new IllegalStateException(new RuntimeException(failure))))
                .contains(trouble);
        assertThat(Trouble.of(new RuntimeException(new BatchUpdateException("x", state, new int[0], failure))))
                .contains(trouble);
    }

    @Test
    void aTransactionThatCouldNotBeUndoneIsToldByWhatWasToBeUndone() {
        var undone = new TransactionSystemException("rollback failed", new SQLException("Connection is closed"));
        assertThat(Trouble.of(undone)).contains(Trouble.UNREACHABLE);
        undone.initApplicationException(new IllegalStateException(new SQLException("english", "57014")));
        assertThat(Trouble.of(undone)).contains(Trouble.TOO_LONG);
    }

    @Test
    void whatIsTheCallersFaultIsNone() {
        assertThat(Trouble.of(new SQLException("duplicate", "23505"))).isEmpty();
        assertThat(Trouble.of(new IllegalStateException("x"))).isEmpty();
        assertThat(Trouble.of(null)).isEmpty();
    }

    @Test
    void aFullPoolIsBusyAndOneThatCantConnectIsUnreachable() {
        var full = new SQLTransientConnectionException("english");
        assertThat(Trouble.of(full)).contains(Trouble.BUSY);
        full.initCause(new SQLException("refused", "08001"));
        assertThat(Trouble.of(full)).contains(Trouble.UNREACHABLE);
    }

    @Test
    void aStepThatWasInTheDatabaseWhenItWentAwayMayHaveBeenDone() {
        var broken = new SQLException("english", "08006");
        try (var step = stays.begin(Work.STEPS, false, () -> false)) {
            assertThat(Trouble.of(broken)).contains(Trouble.UNREACHABLE);
            step.held(Mockito.mock(Connection.class));
            assertThat(Trouble.of(broken)).contains(Trouble.UNCERTAIN);
            assertThat(Trouble.of(new NotGiven(Trouble.SILENT))).contains(Trouble.UNCERTAIN);
            assertThat(Trouble.of(new SQLTransientConnectionException("x", "08001", broken)))
                    .contains(Trouble.UNREACHABLE);
            assertThat(Trouble.of(new SQLException("english", "57014"))).contains(Trouble.TOO_SLOW);
        }
        try (var list = stays.begin(Work.LISTS, true, () -> false)) {
            list.held(Mockito.mock(Connection.class));
            assertThat(Trouble.of(broken)).contains(Trouble.UNREACHABLE);
            assertThat(Trouble.of(new SQLException("english", "57014"))).contains(Trouble.TOO_LONG);
        }
    }

    @Test
    void wordsAreChineseAndForEveryTrouble() {
        for (var trouble : Trouble.values()) {
            assertThat(trouble.words()).containsPattern("[\\u4e00-\\u9fff]").doesNotContainPattern("[A-Za-z]");
            assertThat(trouble.status()).isIn(429, 503);
        }
    }
}
