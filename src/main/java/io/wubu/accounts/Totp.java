package io.wubu.accounts;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Six-digit codes that change every thirty seconds (RFC 6238 with HMAC-SHA-1, which every authenticator application knows). */
final class Totp {

    static final int STEP_SECONDS = 30;
    static final int SECRET_BYTES = 20;

    private static final int DIGITS = 1_000_000;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_PER_SIGN = 5;

    private Totp() {}

    static long step(Instant at) {
        return at.getEpochSecond() / STEP_SECONDS;
    }

    /** The code of a secret (Base32) in a step. */
    static String code(String secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
            return "%06d".formatted(number % DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the QR code says to the authenticator application. */
    static String uri(String account, String secret) {
        var issuer = URLEncoder.encode("五步督察", StandardCharsets.UTF_8);
        return "otpauth://totp/" + issuer + ":" + URLEncoder.encode(account, StandardCharsets.UTF_8) + "?secret="
                + secret + "&issuer=" + issuer;
    }

    static String base32(byte[] bytes) {
        var text = new StringBuilder();
        var buffer = 0;
        var bits = 0;
        for (var one : bytes) {
            buffer = buffer << Byte.SIZE | one & 0xff;
            bits += Byte.SIZE;
            while (bits >= BITS_PER_SIGN) {
                bits -= BITS_PER_SIGN;
                text.append(ALPHABET.charAt(buffer >> bits & 31));
            }
        }
        return text.toString();
    }

    private static byte[] bytes(String base32) {
        var bytes = ByteBuffer.allocate(base32.length() * BITS_PER_SIGN / Byte.SIZE);
        var buffer = 0;
        var bits = 0;
        for (var i = 0; i < base32.length(); i++) {
            buffer = buffer << BITS_PER_SIGN | ALPHABET.indexOf(base32.charAt(i));
            bits += BITS_PER_SIGN;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.put((byte) (buffer >> bits));
            }
        }
        return bytes.array();
    }
}
