package io.wubu.access.identity;

/**
 * An account was changed, by an administrator or, as to the post it acts under, by itself.
 *
 * @param by empty if a stranger did it, who says that he is the owner
 * @param change opened, post-chosen, disabled, enabled, post-given, post-taken, unlocked, second-factor-removed, outside, inside,
 *     claim-filed, claim-proposed, claim-confirmed, claim-wrong, claim-refused, claim-done
 * @param detail the post, if it is about one; of a claim its number and what it asks for
 */
public record AccountChanged(String account, String by, String change, String detail) {}
