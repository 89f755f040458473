package io.wubu.database;

import java.sql.SQLTransientConnectionException;

/** No connection is given out, for a reason that is known. */
final class NotGiven extends SQLTransientConnectionException {

    private static final long serialVersionUID = 1L;

    private final Trouble trouble;

    NotGiven(Trouble trouble) {
        super(trouble.words());
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }
}
