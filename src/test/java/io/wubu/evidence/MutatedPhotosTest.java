package io.wubu.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.wubu.Mutations;
import io.wubu.shared.RuleBroken;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** T55: however a photo was damaged, it is taken for what can be seen of it or refused in words about the photo. */
class MutatedPhotosTest {

    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private final PhotoReader reader = new PhotoReader(1_000_000, DataSize.ofMegabytes(500));
    private final Mutations mutations = new Mutations(Mutations.seed());

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void aDamagedPhotoIsReadOrRefusedInWords(String format) throws IOException {
        var whole = withExif(picture(format), format);
        assertThat(reader.read("a." + format, whole).takenAt()).isEqualTo(Instant.parse("2020-05-04T03:02:01Z"));
        var refused = 0;
        for (var number = 0; number < Mutations.count(400); number++) {
            var file = mutations.bytes(whole);
            var what = "seed %d, file %d: %s".formatted(Mutations.seed(), number, mutations.last());
            try {
                var photo = reader.read("a." + format, file);
                assertThat(photo.width()).as(what).isPositive();
                assertThat(photo.takenAt())
                        .as(what)
                        .satisfiesAnyOf(taken -> assertThat(taken).isNull(), taken -> assertThat(taken)
                                .isBetween(FIRST, LAST));
            } catch (RuleBroken refusal) {
                refused++;
                assertThat(refusal.getMessage()).as(what).startsWith("照片“a." + format + "”：");
            } catch (RuntimeException other) {
                fail(what, other);
            }
        }
        assertThat(refused).isPositive();
    }

    private static byte[] picture(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    /** With the block a camera writes: the time of the shot, in Beijing. */
    private static byte[] withExif(byte[] picture, String format) {
        var tiff = new ByteArrayOutputStream();
        tiff.writeBytes(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8});
        tiff.writeBytes(new byte[] {0, 1, (byte) 0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0});
        tiff.writeBytes(new byte[] {0, 1, (byte) 0x90, 0x03, 0, 2, 0, 0, 0, 20, 0, 0, 0, 44, 0, 0, 0, 0});
        tiff.writeBytes("2020:05:04 11:02:01\0".getBytes());
        var block = tiff.toByteArray();
        var out = new ByteArrayOutputStream();
        if (format.equals("jpg")) {
            out.write(picture, 0, 2);
            out.writeBytes(
                    new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (block.length + 8), 'E', 'x', 'i', 'f', 0, 0});
            out.writeBytes(block);
            out.write(picture, 2, picture.length - 2);
        } else {
            var head = 8 + 25; // the signature and the first chunk
            out.write(picture, 0, head);
            out.writeBytes(new byte[] {0, 0, 0, (byte) block.length, 'e', 'X', 'I', 'f'});
            out.writeBytes(block);
            out.writeBytes(new byte[4]); // its checksum, which nobody looks at
            out.write(picture, head, picture.length - head);
        }
        return out.toByteArray();
    }
}
