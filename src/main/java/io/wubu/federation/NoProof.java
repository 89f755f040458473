package io.wubu.federation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The way over the identity provider has not proven who somebody is. */
class NoProof extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why; the page of signing in has a sentence for each. */
    enum Why {
        /** No way out by this browser belongs to this way back, or it was used, or took too long. */
        STALE,
        /** The provider can't be reached, or doesn't answer as it should. */
        PROVIDER,
        /** The provider refused, or he gave up there. */
        DENIED,
        /** What the provider says of him doesn't hold. */
        TOKEN,
        /** The account isn't there, is disabled, or isn't marked. */
        UNKNOWN,
        /** The account has to come with its password and its second factor. */
        SECOND_FACTOR,
        /** It can't be written down. */
        AUDIT,
        /** Where the provider should send him back to isn't configured, and the request's own word for it is no answer. */
        ADDRESS;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Why why;

    NoProof(Why why, @Nullable Throwable cause) {
        super(why.word(), cause);
        this.why = why;
    }

    Why why() {
        return why;
    }
}
