package io.wubu.evidence;

import io.wubu.shared.Unknown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The photo store: files by SHA-256 in the data directory, what is known of them in the database. */
@Component
public class Evidence {

    private static final String COLUMNS = "id, sha256, file_name, media_type, size, width, height, taken_at, lon, lat";

    private final JdbcClient jdbc;
    private final PhotoReader reader;
    private final Clock clock;
    private final PhotoFiles files;
    private final PhotoHome home;

    Evidence(JdbcClient jdbc, PhotoReader reader, Clock clock, PhotoFiles files, PhotoHome home) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.clock = clock;
        this.files = files;
        this.home = home;
    }

    /** Checks and stores one photo; {@link io.wubu.shared.RuleBroken} says why it is refused. */
    public Photo store(String fileName, byte[] content, String userId) {
        var photo = reader.read(fileName, content);
        home.mustBeThere();
        files.keep(photo.sha256(), content); // the row comes last: none without its file
        home.mustBeThere(); // and none if the disk has gone meanwhile
        jdbc.sql(
                        """
                        insert into wubu.photo (id, sha256, file_name, media_type, size, width, height,
                            taken_at, lon, lat, uploaded_by, uploaded_at)
                        values (:id, :sha256, :fileName, :mediaType, :size, :width, :height,
                            :takenAt, :lon, :lat, :user, :now)
                        """)
                .param("id", photo.id())
                .param("sha256", photo.sha256())
                .param("fileName", photo.fileName())
                .param("mediaType", photo.mediaType())
                .param("size", photo.size())
                .param("width", photo.width())
                .param("height", photo.height())
                .param(
                        "takenAt",
                        photo.takenAt() == null ? null : photo.takenAt().atOffset(ZoneOffset.UTC))
                .param("lon", photo.lon())
                .param("lat", photo.lat())
                .param("user", userId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return photo;
    }

    /** What is known of a photo; {@link Unknown} if there is none. */
    public Photo get(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from wubu.photo where id = :id")
                .param("id", id)
                .query(Photo.class)
                .optional()
                .orElseThrow(() -> new Unknown("没有这张照片"));
    }

    /** Whether all these photos were uploaded by that account. */
    public boolean uploadedBy(List<UUID> photos, String userId) {
        return photos.isEmpty()
                || jdbc.sql("select count(*) from wubu.photo where id in (:ids) and uploaded_by = :user")
                                .param("ids", photos)
                                .param("user", userId)
                                .query(Integer.class)
                                .single()
                        == photos.stream().distinct().count();
    }

    /** The subjects whose record shows a photo, and the account that uploaded it. */
    public List<String> subjectsOf(UUID id) {
        return jdbc.sql("select distinct subject from wubu.record_entry where photos @> array[:id::uuid]")
                .param("id", id)
                .query(String.class)
                .list();
    }

    /** The photo's file; {@link Unknown} if it is known but isn't there. */
    public Path file(Photo photo) {
        var file = files.of(photo.sha256());
        if (!Files.isReadable(file)) {
            throw new Unknown("这张照片的文件不在照片目录中，请联系系统管理员");
        }
        return file;
    }
}
