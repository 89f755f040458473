package io.wubu.accounts;

/**
 * How an account stands.
 *
 * @param mustChange whether its password was handed out and is to be changed first
 * @param waived whether it needs neither second factor nor claim, as accounts of the sample
 * @param outside whether its identity is proven outside, so that no password of ours opens it
 * @param claimed whether its owner has set the password by a claim, so that nobody else has ever known it
 * @param unproven whether that password has not been held against former ones yet
 */
public record Standing(
        boolean disabled, boolean mustChange, boolean waived, boolean outside, boolean claimed, boolean unproven) {

    static final Standing PLAIN = new Standing(false, false, false, false, false, false);
}
