package io.wubu.flow.logins;

import io.wubu.access.sessions.Sessions;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.jspecify.annotations.Nullable;

/** The session as the webapps see it; see {@link WebappSessions}. */
class WebappSession implements HttpSession {

    private static final String LOGINS = "authenticatedUser";

    private final HttpServletRequest request;
    private final Map<String, Object> forgotten = new HashMap<>();
    private final String id;
    private final long begun = System.currentTimeMillis();
    private @Nullable HttpSession kept;

    WebappSession(HttpServletRequest request, @Nullable HttpSession kept, Authentications logins) {
        this.request = request;
        this.kept = kept;
        id = kept == null ? UUID.randomUUID().toString() : kept.getId();
        forgotten.put(LOGINS, logins);
    }

    boolean isKept() {
        return kept != null;
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return name.equals(Sessions.TOKEN) && kept != null ? kept.getAttribute(name) : forgotten.get(name);
    }

    @Override
    public void setAttribute(String name, Object value) {
        if (name.equals(Sessions.TOKEN) && kept != null) {
            kept.setAttribute(name, value);
        } else {
            forgotten.put(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        forgotten.remove(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(forgotten.keySet());
    }

    /** What the webapps do when a token is wrong. */
    @Override
    public void invalidate() {
        if (kept != null) {
            kept.invalidate();
            kept = null;
        }
        forgotten.clear();
    }

    @Override
    public long getCreationTime() {
        return kept == null ? begun : kept.getCreationTime();
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public long getLastAccessedTime() {
        return kept == null ? begun : kept.getLastAccessedTime();
    }

    @Override
    public ServletContext getServletContext() {
        return request.getServletContext();
    }

    @Override
    public void setMaxInactiveInterval(int interval) {
        // how long a session lives is not the webapps' affair
    }

    @Override
    public int getMaxInactiveInterval() {
        return kept == null ? 1 : kept.getMaxInactiveInterval();
    }

    @Override
    public boolean isNew() {
        return kept == null;
    }
}
