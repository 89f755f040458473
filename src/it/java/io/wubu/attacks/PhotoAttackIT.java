package io.wubu.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wubu.WubuTest;
import io.wubu.people.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** T54, T55, T57: photos with names that lead elsewhere, files that are two things at once, pictures too large to decode. */
class PhotoAttackIT extends WubuTest {

    @LocalServerPort
    private int port;

    @Value("${wubu.data-dir}")
    private Path dataDir;

    private Wire wire;

    @BeforeEach
    void signIn() {
        wire = new Wire(port, account(Role.SUPERVISION_TEAM, CITY), PASSWORD);
    }

    /** T54: as they stand in the header; browsers write the last three. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "filename=\"../../x.jpg\"",
                "filename=\"..\\\\..\\\\x.jpg\"",
                "filename=\"C:\\\\x.jpg\"",
                "filename=\"/etc/passwd\"",
                "filename=\"a\\\".html\"",
                "filename=\"a<b>.jpg\"",
                "filename=\"\u202Egpj.exe\"",
                "filename=\"a\u0000.jpg\"",
                "filename=\"\u001b[31ma.jpg\"",
                "filename*=UTF-8''a.jpg%0D%0ASet-Cookie:%20x=1",
                "filename*=UTF-8''a%00.jpg",
                "filename=\"a.jpg%0D%0ASet-Cookie: x=1\"",
                "filename=\"%2e%2e%2fx.jpg\"",
                "filename=\"300\""
            })
    void namesLeadNowhere(String name) throws IOException {
        var sent = name.equals("filename=\"300\"") ? "filename=\"" + "长".repeat(300) + ".jpg\"" : name;
        var answer = upload(sent, "image/jpeg", picture("jpg"));
        if (answer.statusCode() == 400) { // the server's own parser of uploads takes no such name
            assertThat(Wire.text(answer)).contains("请求格式不正确");
            return;
        }
        assertThat(answer.statusCode()).as(Wire.text(answer)).isEqualTo(200);
        var photo = json(answer).path(0);
        assertThat(photo.path("fileName").asText())
                .hasSizeLessThanOrEqualTo(120)
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}/\\\\\"<>]");
        var served = wire.get("/api/evidence/" + photo.path("id").asText());
        assertThat(served.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(header -> assertThat(header).matches("inline; filename=\"[0-9a-f]{16}\""));
        assertThat(served.headers().firstValue("Set-Cookie")).isEmpty();
        try (var files = Files.walk(dataDir.resolve("evidence"))) {
            assertThat(files.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString))
                    .allMatch(file -> file.equals("home") || file.matches("[0-9a-f]{64}"));
        }
    }

    /** T55: what is a picture by its content is served as that picture, whatever it says and whatever hangs on it. */
    @Test
    void aPictureIsServedAsAPictureWhateverHangsOnIt() {
        var php = "<?php system($_GET['c']); ?><script>alert(1)</script>";
        assertServed(upload("filename=\"a.php\"", "text/html", with(picture("jpg"), php)), "image/jpeg");
        var text = chunk("tEXt", ("Comment\0" + php).getBytes(StandardCharsets.US_ASCII));
        assertServed(upload("filename=\"a.html\"", "text/html", inserted(picture("png"), text)), "image/png");
        assertServed(upload("filename=\"a.svg\"", "image/svg+xml", picture("png")), "image/png");
    }

    /** T55. */
    @Test
    void whatIsNoPictureIsRefusedWhateverItSays() {
        var files = Map.of(
                "GIF and JavaScript", "GIF89a/*\0\0*/=1;alert(1)//",
                "PDF and HTML", "%PDF-1.4\n<html><script>alert(1)</script>",
                "SVG", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
                "HTML", "<html><script>alert(1)</script></html>",
                "HTML before a picture", "<script>alert(1)</script>\u00FF\u00D8\u00FF",
                "executable", "MZ\u0090\0\3\0\0\0",
                "archive", "PK\3\4\24\0",
                "PNG in name only", "\u0089PNG\r\n\u001a\n<script>",
                "JPEG in name only", "\u00FF\u00D8\u00FF\u00E0<script>");
        files.forEach((what, content) -> {
            var answer = upload("filename=\"a.jpg\"", "image/jpeg", content.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(answer.statusCode()).as(what).isEqualTo(422);
            assertThat(Wire.text(answer)).as(what).containsAnyOf("不是 JPEG 或 PNG", "已损坏");
        });
    }

    /** T57: counted from the header; to decode it would take 1.6 GB. */
    @Test
    void aHugePictureIsRefusedBeforeItIsDecoded() {
        var huge = png(20_000, 20_000);
        assertThat(huge).hasSizeLessThan(1000);
        var answer = upload("filename=\"a.png\"", "image/png", huge);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Wire.text(answer)).contains("20000×20000 像素", "photo.pixels");
        for (var side : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 0}) {
            assertThat(upload("filename=\"a.png\"", "image/png", png(side, side))
                            .statusCode())
                    .as("side " + side)
                    .isEqualTo(422);
        }
    }

    /** 0.9 MB that come to 960 MB in whatever shows it. */
    @Test
    void aPictureThatComesToTooMuchDecodedIsRefused() {
        var deep = png(10_900, 11_000);
        deep[24] = 16;
        var answer = upload("filename=\"a.png\"", "image/png", deep);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Wire.text(answer)).contains("photo.decoded", "展开后约 914 MB，超过 500 MB");
        assertThat(upload("filename=\"a.png\"", "image/png", png(10_900, 11_000))
                        .statusCode())
                .as("eight bits: 457 MB, as large cameras have it")
                .isEqualTo(200);
    }

    /** A part nobody can have brings nothing; a picture has no charset. */
    @Test
    void aPartThatIsNotThereBringsNothing() {
        var uploaded = upload("filename=\"a.png\"", "image/png", picture("png"));
        var path = "/api/evidence/" + json(uploaded).path(0).path("id").asText();
        var size = wire.get(path).body().length;
        assertThat(wire.get(path).headers().firstValue("Content-Type")).hasValue("image/png");
        for (var range :
                new String[] {"bytes=5-2", "bytes=99999999-", "bytes=x", "bytes=" + "0-1,".repeat(300) + "0-1"}) {
            var answer = wire.get(path, "Range", range);
            assertThat(answer.statusCode()).as(range).isEqualTo(416);
            assertThat(answer.headers().firstValue("Content-Range")).as(range).hasValue("bytes */" + size);
            assertThat(answer.body()).as(range).isEmpty();
        }
        var part = wire.get(path, "Range", "bytes=0-3");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).hasSize(4);
    }

    /** T57: blocks of a picture that unpack to gigabytes are refused, and no more of them is unpacked than is needed to see it. */
    @Test
    void packedBlocksOfAPictureAreNotUnpacked() {
        var bomb = zeros(3000);
        assertThat(bomb).as("3 GB in a photo that may be uploaded").hasSizeLessThan(10 << 20);
        for (var block : new byte[][] {
            chunk("zTXt", joined("Comment\0\0".getBytes(StandardCharsets.US_ASCII), bomb)),
            chunk("iTXt", joined("Comment\0\1\0\0\0".getBytes(StandardCharsets.US_ASCII), bomb)),
            chunk("iCCP", joined("profile\0\0".getBytes(StandardCharsets.US_ASCII), bomb))
        }) {
            var answer = upload("filename=\"a.png\"", "image/png", inserted(picture("png"), block));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(Wire.text(answer)).contains("photo.chunks", "附带的文字、色彩信息过多");
        }
        var small = chunk("zTXt", joined("Comment\0\0".getBytes(StandardCharsets.US_ASCII), zeros(1)));
        assertThat(upload("filename=\"a.png\"", "image/png", inserted(picture("png"), small))
                        .statusCode())
                .isEqualTo(200);
        var many = new ByteArrayOutputStream();
        for (var i = 0; i < 10_001; i++) {
            many.writeBytes(chunk("tEXt", "k\0v".getBytes(StandardCharsets.US_ASCII)));
        }
        assertThat(upload("filename=\"a.png\"", "image/png", inserted(picture("png"), many.toByteArray()))
                        .statusCode())
                .isEqualTo(422);
    }

    private void assertServed(HttpResponse<byte[]> uploaded, String type) {
        assertThat(uploaded.statusCode()).as(Wire.text(uploaded)).isEqualTo(200);
        var served =
                wire.get("/api/evidence/" + json(uploaded).path(0).path("id").asText());
        assertThat(served.headers().firstValue("Content-Type"))
                .hasValueSatisfying(said -> assertThat(said).startsWith(type));
        assertThat(served.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(served.headers().allValues("Content-Security-Policy"))
                .anySatisfy(policy -> assertThat(policy).contains("sandbox", "default-src 'none'"));
    }

    private HttpResponse<byte[]> upload(String name, String type, byte[] content) {
        return wire.upload("/api/evidence", "files", name, type, content, Map.of());
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] picture(String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] with(byte[] picture, String tail) {
        return joined(picture, tail.getBytes(StandardCharsets.UTF_8));
    }

    /** A PNG with a chunk behind its header, where the text and colour blocks stand. */
    private static byte[] inserted(byte[] png, byte[] chunk) {
        var header = 8 + 12 + 13;
        var out = ByteBuffer.allocate(png.length + chunk.length);
        return out.put(png, 0, header)
                .put(chunk)
                .put(png, header, png.length - header)
                .array();
    }

    /** A PNG that says how large it is and holds next to nothing. */
    private static byte[] png(int width, int height) {
        var header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
        return joined(
                joined(signature, chunk("IHDR", header)),
                joined(chunk("IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1}), chunk("IEND", new byte[0])));
    }

    private static byte[] chunk(String type, byte[] data) {
        var named = joined(type.getBytes(StandardCharsets.US_ASCII), data);
        var checksum = new CRC32();
        checksum.update(named);
        return ByteBuffer.allocate(named.length + 8)
                .putInt(data.length)
                .put(named)
                .putInt((int) checksum.getValue())
                .array();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    /** So many megabytes of zeros, packed. */
    private static byte[] zeros(int megabytes) {
        var deflater = new Deflater(9);
        var out = new ByteArrayOutputStream();
        var buffer = new byte[64 * 1024];
        var zeros = new byte[1 << 20];
        for (var i = 0; i < megabytes; i++) {
            deflater.setInput(zeros);
            while (!deflater.needsInput()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
