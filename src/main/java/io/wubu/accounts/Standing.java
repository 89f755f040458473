package io.wubu.accounts;

/**
 * How an account stands.
 *
 * @param mustChange whether its password was handed out and is to be changed first
 * @param waived whether it needs no second factor, as accounts of the sample
 * @param outside whether its identity is proven outside, so that no password of ours opens it
 */
public record Standing(boolean disabled, boolean mustChange, boolean waived, boolean outside) {

    static final Standing PLAIN = new Standing(false, false, false, false);
}
