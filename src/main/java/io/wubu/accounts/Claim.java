package io.wubu.accounts;

import java.time.Instant;
import java.util.List;

/**
 * A wish for a new password, for another who proves the identity, or that the account be switched off or on, that takes effect when two administrators have confirmed it.
 *
 * @param kind what is to change
 * @param source where the owner filed it; empty if an administrator proposed it
 * @param dropFactor whether the second factor goes with the old password, for example with a lost telephone
 * @param filedBy the administrator who proposed it; empty if the owner filed it
 */
public record Claim(
        long id,
        String account,
        Kind kind,
        String source,
        boolean dropFactor,
        State state,
        Instant filedAt,
        String filedBy,
        Instant endsAt,
        Instant endedAt,
        String endedBy,
        List<Confirmation> confirmations) {

    /** What is to change. */
    public enum Kind {
        /** A password the owner has chosen. */
        PASSWORD,
        /** The authority proves who it is. */
        OUTSIDE,
        /** Nobody gets in under it any more. */
        DISABLE,
        /** Its owner gets in again. */
        ENABLE;

        /** Whether it is about the account as such: not its owner's to refuse. */
        public boolean isSwitch() {
            return this == DISABLE || this == ENABLE;
        }
    }

    /** How it stands. */
    public enum State {
        OPEN("待确认"),
        DONE("已生效"),
        REFUSED("已拒绝"),
        WRONG("确认码错误过多，已作废"),
        REPLACED("已被新的申请取代"),
        EXPIRED("已过期"),
        CROWDED("申请过多，已被后来的挤出");

        private final String chinese;

        State(String chinese) {
            this.chinese = chinese;
        }

        /** The state's name on screen. */
        public String chinese() {
            return chinese;
        }
    }

    /** That an administrator has identified the owner. */
    public record Confirmation(String role, String title, String account, Instant at) {}

    /** A new password as it waits: nobody can read it. */
    public record Secret(String hash, String salt, String code) {

        /** For the log. */
        @Override
        public String toString() {
            return "Secret[…]";
        }
    }
}
