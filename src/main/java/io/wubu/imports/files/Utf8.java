package io.wubu.imports.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes sure a text is UTF-8 to its last byte; a ledger in GBK would otherwise come in as rubbish. */
final class Utf8 {

    private static final int CHUNK = 64 * 1024;
    private static final String ADVICE = "，请在另存时选择“CSV UTF-8（逗号分隔）”";

    private Utf8() {}

    static void check(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(CHUNK);
        try (var channel = Files.newByteChannel(file)) {
            channel.read(bytes);
            bytes.flip();
            refuseUtf16(bytes);
            boolean more;
            do {
                decode(decoder, bytes, false);
                bytes.compact();
                more = channel.read(bytes) >= 0;
                bytes.flip();
            } while (more);
            decode(decoder, bytes, true);
        }
    }

    private static void decode(CharsetDecoder decoder, ByteBuffer bytes, boolean end) {
        var signs = CharBuffer.allocate(CHUNK);
        CoderResult result;
        do {
            signs.clear();
            result = decoder.decode(bytes, signs, end);
            if (result.isError()) {
                throw new BadFile("file.encoding", "文件不是 UTF-8 编码（可能是 GBK/ANSI）" + ADVICE);
            }
        } while (result.isOverflow());
    }

    private static void refuseUtf16(ByteBuffer bytes) {
        if (bytes.remaining() >= 2) {
            var mark = bytes.getShort(0) & 0xFFFF;
            if (mark == 0xFEFF || mark == 0xFFFE) {
                throw new BadFile("file.encoding", "文件是 UTF-16（Unicode 文本）编码，不是 UTF-8" + ADVICE);
            }
        }
    }
}
