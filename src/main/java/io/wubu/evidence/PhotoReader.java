package io.wubu.evidence;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import io.wubu.shared.ClockConfiguration;
import io.wubu.shared.RuleBroken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks into an uploaded file: is it really a photo, how large, when and where was it taken. */
@Component
class PhotoReader {

    /** 规则手册 1.5: jpg/png ≤ 10 MB. */
    static final long MAX_BYTES = 10L * 1024 * 1024;

    /** More pixels than any camera in use has; refused before the picture is decoded. */
    private static final long MAX_PIXELS = 120_000_000;

    private static final Set<String> TYPES = Set.of("image/jpeg", "image/png");

    private final Tika tika = new Tika();

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
        var exif = Exif.of(content);
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
                if ((long) size[0] * size[1] <= MAX_PIXELS) {
                    return size;
                }
                throw refused("photo.pixels", fileName, "像素过大");
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
        var name = fileName.replaceAll("^.*[/\\\\]", "").replaceAll("[\\p{Cntrl}\"<>\u202A-\u202E]", "_");
        return name.length() > 120 ? name.substring(name.length() - 120) : name;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Time and place a camera wrote into the file. */
    private record Exif(@Nullable Instant takenAt, @Nullable Double lon, @Nullable Double lat) {

        static Exif of(byte[] content) {
            try {
                var metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(content));
                var shot = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
                var date = shot == null ? null : shot.getDateOriginal(TimeZone.getTimeZone(ClockConfiguration.ZONE));
                var gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
                var place = gps == null ? null : gps.getGeoLocation();
                return new Exif(
                        date == null ? null : date.toInstant(),
                        place == null ? null : place.getLongitude(),
                        place == null ? null : place.getLatitude());
            } catch (ImageProcessingException | IOException e) {
                return new Exif(null, null, null);
            }
        }
    }
}
