package io.wubu.access.doors;

import io.wubu.access.doors.Answer.Step;
import io.wubu.access.identity.SignInRefused;
import io.wubu.access.sessions.Sessions;
import io.wubu.access.sessions.Token;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Where people arrive whose identity was proven elsewhere: the same door and the same sessions as for a password. */
@Component
public class Arrivals {

    private final Door door;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;

    Arrivals(Door door, Sessions sessions, ApplicationEventPublisher events) {
        this.door = door;
        this.sessions = sessions;
        this.events = events;
    }

    /**
     * Begins a session for an account that is marked as proven outside; {@link io.wubu.audit.AuditUnavailable} ends it.
     *
     * @param way as the audit log names it
     * @return how many older sessions of the account had to end
     * @throws NotLetIn if the account isn't there, is disabled, isn't marked or needs a second factor
     */
    public int enter(String account, String way, HttpServletRequest request, HttpServletResponse response) {
        var answer = door.admit(account, request.getRemoteAddr(), way);
        var user = answer.user();
        if (user == null) {
            throw new NotLetIn(answer.step() == Step.CODE);
        }
        return sessions.begin(request, response, user);
    }

    /** Writes down that somebody was refused before it was known who he is. */
    public void refused(HttpServletRequest request, String reason) {
        events.publishEvent(new SignInRefused("", request.getRemoteAddr(), reason));
    }

    /** Whether a page of somebody else sends this. */
    public boolean isForeign(HttpServletRequest request) {
        return Token.isForeign(request);
    }

    /** The door stays shut; it is written down already. */
    public static class NotLetIn extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final boolean needsCode;

        NotLetIn(boolean needsCode) {
            super("not let in");
            this.needsCode = needsCode;
        }

        /** Whether the account is known, but has to sign in with its second factor. */
        public boolean needsCode() {
            return needsCode;
        }
    }
}
