package io.wubu.evidence;

import io.wubu.shared.RuleBroken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.tika.Tika;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Looks into an uploaded file: is it really a photo, how large, when and where was it taken. */
@Component
class PhotoReader {

    /** jpg/png ≤ 10 MB. */
    static final long MAX_BYTES = 10L * 1024 * 1024;

    private static final long MEGABYTE = 1024L * 1024;

    /** As viewers hold a pixel. */
    private static final int RGBA = 4;

    private static final Set<String> TYPES = Set.of("image/jpeg", "image/png");

    private static final Pattern FOLDERS = Pattern.compile("(?s)^.*[/\\\\]");

    /** Controls, what is not seen or turns the writing, halves of pairs, ends of lines, and what ends an attribute. */
    private static final Pattern HARMFUL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029\"<>]");

    private final Tika tika = new Tika();
    private final long mostPixels;
    private final long mostDecoded;

    /**
     * @param mostPixels of a picture; counted from its header, before it is decoded
     * @param mostDecoded the room it takes when whoever looks at it has decoded it
     */
    PhotoReader(
            @Value("${wubu.evidence.most-pixels}") long mostPixels,
            @Value("${wubu.evidence.most-decoded}") DataSize mostDecoded) {
        this.mostPixels = mostPixels;
        this.mostDecoded = mostDecoded.toBytes();
    }

    Photo read(String fileName, byte[] content) {
        if (content.length == 0) {
            throw refused("photo.empty", fileName, "文件是空的");
        }
        if (content.length > MAX_BYTES) {
            throw refused("photo.size", fileName, "超过 10 MB（实际 %.1f MB）".formatted(content.length / 1048576.0));
        }
        var type = tika.detect(content);
        if (!TYPES.contains(type)) {
            throw refused("photo.type", fileName, "不是 JPEG 或 PNG 照片（内容为 " + type + "）");
        }
        var size = size(fileName, content);
        var decoded = (long) size[0] * size[1] * (type.equals("image/png") ? PngChunks.bytesPerPixel(content) : RGBA);
        if (decoded > mostDecoded) {
            throw refused(
                    "photo.decoded",
                    fileName,
                    "展开后约 %d MB，超过 %d MB".formatted(decoded / MEGABYTE, mostDecoded / MEGABYTE));
        }
        if (type.equals("image/png") && !PngChunks.isHarmless(content)) {
            throw refused("photo.chunks", fileName, "附带的文字、色彩信息过多，展开后过大或已损坏");
        }
        var exif = Exif.of(content, type);
        return new Photo(
                UUID.randomUUID(),
                sha256(content),
                cleaned(fileName),
                type,
                content.length,
                size[0],
                size[1],
                exif.takenAt(),
                exif.lon(),
                exif.lat());
    }

    private int[] size(String fileName, byte[] content) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(input);
            if (readers.hasNext()) {
                var reader = readers.next();
                reader.setInput(input);
                int[] size = {reader.getWidth(0), reader.getHeight(0)};
                reader.dispose();
                if ((long) size[0] * size[1] <= mostPixels) {
                    return size;
                }
                throw refused(
                        "photo.pixels",
                        fileName,
                        "%d×%d 像素，超过 %d 万像素".formatted(size[0], size[1], mostPixels / 10_000));
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof RuleBroken refusal) {
                throw refusal;
            }
        }
        throw refused("photo.broken", fileName, "照片已损坏，无法打开");
    }

    private static RuleBroken refused(String code, String fileName, String why) {
        return new RuleBroken("photos", code, "照片“%s”：%s".formatted(cleaned(fileName), why));
    }

    private static String cleaned(String fileName) {
        var name = FOLDERS.matcher(fileName).replaceFirst("");
        var end = name.length() > 120 ? name.substring(name.length() - 120) : name;
        return HARMFUL.matcher(end).replaceAll("_");
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
