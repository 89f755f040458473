package io.wubu.evidence;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import io.wubu.shared.ClockConfiguration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * Time and place a camera wrote into the file. Only the EXIF block is read: other blocks of a picture may be packed, and the
 * library unpacks them without a limit.
 */
record Exif(@Nullable Instant takenAt, @Nullable Double lon, @Nullable Double lat) {

    private static final Exif NONE = new Exif(null, null, null);

    /** What a camera says was before or after is a damaged date, and no database keeps each. */
    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private static final int PNG_SIGNATURE = 8;

    /** Length, type and checksum of a chunk. */
    private static final int PNG_FRAME = 12;

    static Exif of(byte[] content, String type) {
        try {
            var metadata = type.equals("image/jpeg")
                    ? JpegMetadataReader.readMetadata(new ByteArrayInputStream(content), List.of(new ExifReader()))
                    : ofPng(content);
            return of(metadata);
        } catch (ImageProcessingException | IOException | RuntimeException damaged) {
            return NONE; // a photo is one without its EXIF, too
        }
    }

    private static Exif of(Metadata metadata) {
        var shot = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        var date = shot == null ? null : shot.getDateOriginal(TimeZone.getTimeZone(ClockConfiguration.ZONE));
        var gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        var place = gps == null ? null : gps.getGeoLocation();
        var taken = date == null
                        || date.toInstant().isBefore(FIRST)
                        || date.toInstant().isAfter(LAST)
                ? null
                : date.toInstant();
        return place == null || !(Math.abs(place.getLatitude()) <= 90 && Math.abs(place.getLongitude()) <= 180)
                ? new Exif(taken, null, null)
                : new Exif(taken, place.getLongitude(), place.getLatitude());
    }

    private static Metadata ofPng(byte[] content) {
        var metadata = new Metadata();
        var at = PNG_SIGNATURE;
        while (at + PNG_FRAME <= content.length) {
            var length = ByteBuffer.wrap(content).getInt(at);
            if (length < 0 || length > content.length - at - PNG_FRAME) {
                return metadata;
            }
            if (new String(content, at + 4, 4, StandardCharsets.ISO_8859_1).equals("eXIf")) {
                var block = Arrays.copyOfRange(content, at + 8, at + 8 + length);
                new ExifReader().extract(new ByteArrayReader(block), metadata);
            }
            at += length + PNG_FRAME;
        }
        return metadata;
    }
}
