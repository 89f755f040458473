package io.wubu.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A draw anybody can repeat: its seed is what it is about, so nobody can draw again until he likes the outcome. */
public record Draw(String seed, int value) {

    private static final int HUNDRED = 100;

    /** Draws 0 to 99 for a purpose and a number, from the first eight bytes of the seed's SHA-256. */
    public static Draw of(String purpose, String number) {
        var seed = purpose + ":" + number;
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
            return new Draw(seed, (int) Math.floorMod(ByteBuffer.wrap(hash).getLong(), (long) HUNDRED));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the draw falls into a sample of that share. */
    public boolean within(int percent) {
        return value < percent;
    }
}
