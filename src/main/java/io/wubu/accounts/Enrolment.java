package io.wubu.accounts;

/**
 * What an authenticator application has to be told.
 *
 * @param secret to be typed in
 * @param uri the same as a link
 * @param qr the same as a picture, SVG
 */
public record Enrolment(String secret, String uri, String qr) {

    /** For the log. */
    @Override
    public String toString() {
        return "Enrolment[…]";
    }
}
