package io.wubu.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored photo.
 *
 * @param takenAt when it was taken, from EXIF; null if the file does not say
 * @param lon longitude WGS-84 from EXIF, lat likewise
 */
public record Photo(
        UUID id,
        String sha256,
        String fileName,
        String mediaType,
        long size,
        int width,
        int height,
        @Nullable Instant takenAt,
        @Nullable Double lon,
        @Nullable Double lat) {}
