package io.wubu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a database counts as silent or gone, and that being refused is an answer. */
class PulseTest {

    private static final Duration OFTEN = Duration.ofMillis(1);
    private static final int PATIENCE = 3;

    private final Server server = mock(Server.class);
    private final Connection connection = mock(Connection.class, RETURNS_DEEP_STUBS);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicInteger back = new AtomicInteger();
    private Pulse pulse;

    @AfterEach
    void end() {
        answer.countDown();
        pulse.close();
    }

    @Test
    void silenceIsCountedInTicksAndOneAnswerEndsIt() throws SQLException {
        when(connection.createStatement().executeQuery(anyString())).thenAnswer(asked -> {
            questions.incrementAndGet();
            answer.await();
            return mock(ResultSet.class);
        });
        when(server.standing()).thenReturn(connection);
        begin();
        await().until(() -> questions.get() == 1);

        assertThat(pulse.tick()).isFalse();
        assertThat(pulse.tick()).isFalse();
        pulse.require();
        assertThat(pulse.tick()).isTrue();
        assertThat(pulse.trouble()).isEqualTo(Trouble.SILENT);
        assertThatThrownBy(pulse::require).isInstanceOf(NotGiven.class);

        answer.countDown();
        await().until(() -> pulse.trouble() == null);
        await().until(() -> back.get() == 1);
        pulse.require();
    }

    @Test
    void whereNobodyIsTheDatabaseIsGone() throws SQLException {
        when(server.standing()).thenThrow(new SQLException("refused", "08001"));
        begin();
        await().until(() -> pulse.trouble() == Trouble.UNREACHABLE);
        assertThatThrownBy(pulse::require).isInstanceOf(NotGiven.class);
    }

    @Test
    void beingRefusedIsAnAnswer() throws SQLException {
        when(server.standing()).thenAnswer(asked -> {
            questions.incrementAndGet();
            throw new SQLException("too many connections", "53300");
        });
        begin();
        await().until(() -> questions.get() > PATIENCE);
        assertThat(pulse.trouble()).isNull();
        var health = new DatabaseHealth(pulse).health();
        assertThat(health.getStatus().getCode()).isEqualTo("OUT_OF_SERVICE");
        assertThat(health.getStatus().getDescription()).isEqualTo("数据库连接已被占满，新的请求得不到连接");
    }

    /** Such a failure may be our own pause; the ticks, which pause with us, decide. */
    @Test
    void whatTimedOutIsLeftToTheTicks() throws SQLException {
        when(server.standing()).thenAnswer(asked -> {
            questions.incrementAndGet();
            throw new SQLException("no answer", "08001", new SocketTimeoutException());
        });
        begin();
        await().until(() -> questions.get() > PATIENCE);
        assertThat(pulse.trouble()).isNull();
        for (var tick = 0; tick < PATIENCE; tick++) {
            pulse.tick();
        }
        assertThat(pulse.trouble()).isEqualTo(Trouble.SILENT);
    }

    private void begin() {
        pulse = new Pulse(server, OFTEN, PATIENCE);
        pulse.whenBack(back::incrementAndGet);
    }
}
