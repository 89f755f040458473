package io.wubu;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Files damaged by chance, the same ones for the same seed ({@code -Dwubu.seed=…}, how many: {@code -Dwubu.mutations=…}). */
public final class Mutations {

    private static final List<String> SPLINTERS = List.of(
            "",
            " ",
            "-1",
            "0",
            "1048576",
            "99999999999999999999",
            "NaN",
            "../x",
            "/xl/none.xml",
            "rId9",
            "\u0000",
            "甲",
            "<",
            "&#x0;",
            "]]>",
            "\"",
            "{",
            ",,,",
            "\n");
    private static final Pattern ATTRIBUTE = Pattern.compile("\"[^\"]*\"");
    private static final Pattern ELEMENT = Pattern.compile("<[^<>]+>");

    private final Random chance;
    private String last = "nothing";

    public Mutations(long seed) {
        chance = new Random(seed);
    }

    /** The seed of this run. */
    public static long seed() {
        return Long.getLong("wubu.seed", 20261129L);
    }

    /** How many files are tried. */
    public static int count(int usual) {
        return Integer.getInteger("wubu.mutations", usual);
    }

    /** What was done last, for the message of a failed test. */
    public String last() {
        return last;
    }

    /** Bytes flipped, cut off, overwritten, doubled or put in. */
    public byte[] bytes(byte[] file) {
        var from = chance.nextInt(file.length);
        var to = Math.min(file.length, from + 1 + chance.nextInt(Math.max(1, file.length / 8)));
        var kind = chance.nextInt(6);
        last = "bytes %d—%d, kind %d".formatted(from, to, kind);
        return switch (kind) {
            case 0 -> flipped(file);
            case 1 -> Arrays.copyOf(file, from);
            case 2 -> overwritten(file, from, to);
            case 3 -> joined(Arrays.copyOf(file, from), Arrays.copyOfRange(file, to, file.length));
            case 4 -> joined(Arrays.copyOf(file, to), Arrays.copyOfRange(file, from, file.length));
            default ->
                joined(
                        Arrays.copyOf(file, from),
                        splinter().getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOfRange(file, from, file.length));
        };
    }

    /** A zip whose entries are taken away, renamed, emptied, exchanged, or changed in their XML. */
    public byte[] zip(byte[] file) {
        var parts = parts(file);
        var names = new ArrayList<>(parts.keySet());
        var name = names.get(chance.nextInt(names.size()));
        var other = names.get(chance.nextInt(names.size()));
        var kind = chance.nextInt(10);
        last = "part %s, kind %d".formatted(name, kind);
        switch (kind) {
            case 0 -> parts.remove(name);
            case 1 -> parts.put(name + splinter(), parts.remove(name));
            case 2 -> parts.put(name, new byte[0]);
            case 3 -> parts.put(name, "<?xml version=\"1.0\"?><a/>".getBytes(StandardCharsets.UTF_8));
            case 4 -> parts.put(name, parts.get(other));
            case 5 -> parts.put(name, bytes(parts.get(name)));
            case 6, 7 -> parts.put(name, replaced(parts.get(name), ATTRIBUTE, "\"" + splinter() + "\""));
            case 8 -> parts.put(name, replaced(parts.get(name), ELEMENT, ""));
            default -> parts.put(name, replaced(parts.get(name), Pattern.compile("[A-Za-z]{3,}"), splinter()));
        }
        return zipped(parts);
    }

    private byte[] replaced(byte[] part, Pattern what, String by) {
        var text = new String(part, StandardCharsets.UTF_8);
        var hits = what.matcher(text).results().toList();
        if (hits.isEmpty()) {
            return part;
        }
        var hit = hits.get(chance.nextInt(hits.size()));
        last += " " + hit.group() + " → " + by;
        return (text.substring(0, hit.start()) + by + text.substring(hit.end())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] flipped(byte[] file) {
        var copy = file.clone();
        for (var count = 1 + chance.nextInt(8); count > 0; count--) {
            copy[chance.nextInt(copy.length)] ^= (byte) (1 << chance.nextInt(8));
        }
        return copy;
    }

    private byte[] overwritten(byte[] file, int from, int to) {
        var copy = file.clone();
        var filling = new byte[to - from];
        if (chance.nextBoolean()) {
            chance.nextBytes(filling);
        }
        System.arraycopy(filling, 0, copy, from, filling.length);
        return copy;
    }

    private String splinter() {
        return SPLINTERS.get(chance.nextInt(SPLINTERS.size()));
    }

    private static byte[] joined(byte[]... pieces) {
        var whole = new ByteArrayOutputStream();
        for (var piece : pieces) {
            whole.writeBytes(piece);
        }
        return whole.toByteArray();
    }

    private static Map<String, byte[]> parts(byte[] file) {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static byte[] zipped(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
