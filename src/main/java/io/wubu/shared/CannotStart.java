package io.wubu.shared;

/** The application can't come up, for a reason an operator can mend; its words name file or setting and what to do. */
public class CannotStart extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String words) {
        super(words);
    }

    public CannotStart(String words, Throwable cause) {
        super(words, cause);
    }
}
