package io.wubu.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The head of the chain at a moment, as it stands in a seal file.
 *
 * @param sequence 0 for an empty log
 * @param hash hexadecimal
 */
public record Seal(long sequence, String hash, Instant at, String node, String key) {

    private static final int FIELDS = 6;

    /** The line without its signature. */
    public String line() {
        return "%d %s %s %s %s".formatted(sequence, hash, at, node, key);
    }

    public static Seal of(long sequence, byte[] hash, Instant at, String node, String key) {
        return new Seal(sequence, HexFormat.of().formatHex(hash), at, node, key);
    }

    /** A line that can be read and whose signature is right; empty otherwise. */
    public static Optional<Seal> read(String line, ChainHash signer) {
        var fields = line.split(" ", -1);
        if (fields.length != FIELDS) {
            return Optional.empty();
        }
        try {
            var seal = new Seal(Long.parseLong(fields[0]), fields[1], Instant.parse(fields[2]), fields[3], fields[4]);
            return signer.sign(seal.line()).equals(fields[5]) ? Optional.of(seal) : Optional.empty();
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
