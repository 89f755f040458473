package io.wubu.flow.questions;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a question that can't be asked from a failure. What its own conditions break on, while it is put together, turned into SQL
 * or read by the database, is the affair of whoever asks; it is told in one line of the log, below what is usually kept.
 */
public final class Nonsense {

    /** What is answered. */
    public static final String REFUSAL = QueryCost.QUERY + "的条件不能这样使用，或结果不止一个";

    /** What is answered when something was to be done. */
    static final String UNFIT = "请求的内容不完整，或不能这样使用，请核对";

    private static final Logger LOG = LoggerFactory.getLogger(Nonsense.class);

    /**
     * undefined_function, datatype_mismatch, ambiguous_function, indeterminate_datatype: values that fit no column;
     * ambiguous_column, syntax_error: conditions the engine's statements can't have together.
     */
    private static final Set<String> OF_CONDITIONS = Set.of("42883", "42804", "42725", "42P18", "42702", "42601");

    /** Data exceptions. */
    private static final String DATA = "22";

    private static final String FOREIGN = "belongs to no authenticated tenant";
    private static final String ENGINE = "org.camunda.bpm.engine.";
    private static final String REST = ENGINE + "rest.";
    private static final String COCKPIT = "org.camunda.bpm.cockpit.impl.plugin.";
    private static final String COMMANDS = ENGINE + "impl.interceptor.";
    private static final String OURS = "io.wubu.";

    private Nonsense() {}

    /** Whether a question that was being answered broke on itself. */
    public static boolean isIn(RuntimeException failure) {
        var is = isOfConditions(failure) || isRefusal(failure) || isSlip(failure) && isEngines(failure);
        return is && told(failure);
    }

    /**
     * Whether a question broke while its conditions were read, before anything was asked: above the route that read it there
     * stand only the engine's own parts, no command of it and nothing of ours.
     */
    static boolean isBefore(RuntimeException failure) {
        if (failure instanceof AuthorizationException
                || failure instanceof WebApplicationException
                || failure instanceof RestException told && told.getStatus() != Status.INTERNAL_SERVER_ERROR
                || !isSlip(failure) && !isEngines(failure)) {
            return false;
        }
        for (var frame : failure.getStackTrace()) {
            var name = frame.getClassName();
            if (name.startsWith(COMMANDS) || name.startsWith(OURS)) {
                return false;
            }
            if (name.startsWith(REST) || name.startsWith(COCKPIT)) {
                return told(failure);
            }
        }
        return false;
    }

    /** The sentence for what broke before anything was asked. */
    static String words(RuntimeException failure) {
        return Arrays.stream(failure.getStackTrace()).limit(12).anyMatch(frame -> frame.getClassName()
                        .contains("Query"))
                ? REFUSAL
                : UNFIT;
    }

    /** A value no column of its kind can hold or be held against. */
    private static boolean isOfConditions(Throwable failure) {
        var isSlip = false;
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal) {
                var state = String.valueOf(refusal.getSQLState());
                return state.startsWith(DATA) || OF_CONDITIONS.contains(state);
            }
            isSlip |= isSlip(cause);
        }
        return isSlip && failure instanceof ProcessEnginePersistenceException; // while the statement was written
    }

    /** What the engine itself refuses; what broke has a cause or a class of its own. */
    private static boolean isRefusal(RuntimeException failure) {
        return failure.getClass() == ProcessEngineException.class
                && failure.getCause() == null
                && !String.valueOf(failure.getMessage()).contains(FOREIGN);
    }

    /** What code throws that was given what it did not expect. */
    private static boolean isSlip(Throwable failure) {
        return failure instanceof IllegalArgumentException
                || failure instanceof NullPointerException
                || failure instanceof ClassCastException
                || failure instanceof IndexOutOfBoundsException
                || failure instanceof ArithmeticException
                || failure instanceof UnsupportedOperationException;
    }

    /** Thrown by the engine, or by what it called. */
    private static boolean isEngines(RuntimeException failure) {
        return Arrays.stream(failure.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> name.startsWith("org.camunda.") || name.startsWith(OURS))
                .findFirst()
                .filter(name -> name.startsWith("org.camunda."))
                .isPresent();
    }

    private static boolean told(RuntimeException failure) {
        LOG.debug(
                "a question can't be asked: {}",
                String.valueOf(failure.getMessage()).replaceAll("\\s+", " "));
        return true;
    }
}
