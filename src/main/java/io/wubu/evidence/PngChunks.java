package io.wubu.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What a PNG carries beside its picture: few chunks, and none that unpacks into more than a photo's description needs. */
final class PngChunks {

    /** What all compressed texts and profiles of one picture come to (默认值). */
    private static final int MOST_UNPACKED = 4 * 1024 * 1024;

    private static final int MOST_CHUNKS = 10_000;
    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    private static final int DEPTH_AT = 24;
    private static final int DEEP = 16;

    private PngChunks() {}

    /** As viewers hold a pixel: four channels of one byte, or of two. */
    static int bytesPerPixel(byte[] content) {
        return content.length > DEPTH_AT && content[DEPTH_AT] == DEEP ? 8 : 4;
    }

    static boolean isHarmless(byte[] content) {
        var chunks = ByteBuffer.wrap(content);
        chunks.position(Math.min(SIGNATURE, content.length));
        var unpacked = 0L;
        for (var count = 0; chunks.remaining() >= FRAME; count++) {
            var length = chunks.getInt();
            var name = new byte[4];
            chunks.get(name);
            if (length < 0 || length > chunks.remaining() - 4 || count >= MOST_CHUNKS) {
                return count < MOST_CHUNKS; // broken off: nobody reads on, and the picture itself was looked at before
            }
            var type = new String(name, StandardCharsets.US_ASCII);
            var start = chunks.position();
            var packed = packed(type, content, start, start + length);
            if (packed >= 0) {
                unpacked += unpacked(content, packed, start + length - packed);
                if (unpacked > MOST_UNPACKED) {
                    return false;
                }
            }
            chunks.position(start + length + 4);
        }
        return true;
    }

    /** Where the compressed part of a chunk begins; -1 if it has none. */
    private static int packed(String type, byte[] content, int start, int end) {
        var afterKey = after(content, start, end);
        return switch (type) {
            case "zTXt", "iCCP" -> Math.min(afterKey + 1, end);
            case "iTXt" ->
                afterKey < end && content[afterKey] != 0
                        ? after(content, after(content, Math.min(afterKey + 2, end), end), end)
                        : -1;
            default -> -1;
        };
    }

    private static int after(byte[] content, int start, int end) {
        var at = start;
        while (at < end && content[at] != 0) {
            at++;
        }
        return Math.min(at + 1, end);
    }

    /** At most one more than is allowed; what is broken comes to what it gave. */
    private static long unpacked(byte[] content, int start, int length) {
        var inflater = new Inflater();
        try {
            inflater.setInput(content, start, length);
            var room = new byte[8192];
            var all = 0L;
            while (all <= MOST_UNPACKED) {
                var some = inflater.inflate(room);
                if (some == 0) {
                    return all;
                }
                all += some;
            }
            return all;
        } catch (DataFormatException broken) {
            return 0;
        } finally {
            inflater.end();
        }
    }
}
