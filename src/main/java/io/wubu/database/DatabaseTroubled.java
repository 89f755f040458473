package io.wubu.database;

/** What was asked for failed because of the database, not because of what was asked. */
public class DatabaseTroubled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Trouble trouble;

    /** @param cause what it was found in */
    public DatabaseTroubled(Trouble trouble, Throwable cause) {
        super(trouble.words(), cause);
        this.trouble = trouble;
    }

    /** What is wrong. */
    public Trouble trouble() {
        return trouble;
    }
}
