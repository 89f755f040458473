package io.wubu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.PgConnection;

/** A request in the database: let go when it is silent, stopped when nobody waits, and only as long as it is there. */
class StayTest {

    private final Stays stays = new Stays(new PoolSettings.Account(1, 1, Duration.ZERO));
    private final Connection pooled = mock(Connection.class);
    private final PgConnection postgres = mock(PgConnection.class);

    @BeforeEach
    void unwrapped() throws SQLException {
        when(pooled.unwrap(PGConnection.class)).thenReturn(postgres);
        when(pooled.unwrap(PgConnection.class)).thenReturn(postgres);
    }

    @Test
    void whoReadsForNobodyIsStoppedAndGetsNoFurtherConnection() throws SQLException {
        try (var list = stays.begin(Work.LISTS, true, () -> true)) {
            list.held(pooled);
            list.stopIfAlone(0);
            verify(postgres).cancelQuery();
            assertThatThrownBy(list::admit).isInstanceOf(NotGiven.class);
        }
    }

    @Test
    void aStepAClientThatWaitsAndAConnectionGivenBackAreLeftAlone() throws SQLException {
        try (var step = stays.begin(Work.STEPS, false, () -> true)) {
            step.held(pooled);
            step.stopIfAlone(0);
        }
        try (var list = stays.begin(Work.LISTS, true, () -> false)) {
            list.held(pooled);
            list.stopIfAlone(0);
        }
        try (var list = stays.begin(Work.LISTS, true, () -> true)) {
            list.held(pooled).close();
            verify(pooled).close();
            list.stopIfAlone(0);
            list.letGo();
            list.admit();
        }
        verify(postgres, never()).cancelQuery();
        verify(postgres, never()).abort(org.mockito.ArgumentMatchers.any());
    }

    @Test
    void whoWaitsInASilentDatabaseIsLetGo() throws SQLException {
        try (var step = stays.begin(Work.STEPS, false, () -> false)) {
            step.held(pooled);
            stays.letGo();
            verify(postgres).abort(org.mockito.ArgumentMatchers.any());
            assertThat(Trouble.of(new SQLException("closed"))).contains(Trouble.UNCERTAIN);
        }
    }

    @Test
    void oneAccountTakesNoMorePlacesThanItMay() throws SQLException {
        try (var first = stays.begin(Work.LISTS, true, () -> false)) {
            Stay.by("a");
            first.admit();
            first.admit();
            try (var second = stays.begin(Work.LISTS, true, () -> false)) {
                Stay.by("a");
                assertThatThrownBy(second::admit)
                        .satisfies(failure -> assertThat(Trouble.of(failure)).contains(Trouble.CROWDED));
            }
            try (var step = stays.begin(Work.STEPS, false, () -> false)) {
                Stay.by("a");
                step.admit();
            }
        }
        try (var writing = stays.begin(Work.LISTS, true, () -> false)) {
            Stay.by("a");
            writing.admit();
            writing.held(pooled).close();
            try (var second = stays.begin(Work.LISTS, true, () -> false)) {
                Stay.by("a");
                second.admit();
            }
        }
        try (var later = stays.begin(Work.LISTS, true, () -> false)) {
            Stay.by("a");
            later.admit();
        }
        assertThat(Work.current()).isEqualTo(Work.JOBS);
    }
}
