package io.wubu.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;

/** The supervision team at work over HTTP: uploads photos, reports a finding, reads what became of it. */
class Reporter {

    static final String AUTHORIZATION = "Basic "
            + Base64.getEncoder()
                    .encodeToString((Seed.REPORTER + ":" + Seed.PASSWORD).getBytes(StandardCharsets.UTF_8));

    private static final String BOUNDARY = "----wubu";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String server;
    private final HttpClient http = HttpClient.newHttpClient();

    Reporter(String server) {
        this.server = server;
    }

    /** A finding the server has acknowledged. */
    record Acknowledged(String number, String site, List<String> photos) {}

    /** Reports one finding with two photos. */
    Acknowledged report(String site) throws IOException, InterruptedException {
        var photos = upload();
        var finding = Map.of(
                "siteName",
                site,
                "countyCode",
                "130403",
                "foundOn",
                LocalDate.now().toString(),
                "problemType",
                "散乱污",
                "lon",
                114.49,
                "lat",
                36.62,
                "description",
                "现场检查发现散乱污企业仍在生产，无治污设施，废气直排。",
                "photos",
                photos);
        var answer = post("/api/findings", "application/json", JSON.writeValueAsBytes(finding));
        return new Acknowledged(answer.path("number").asText(), site, photos);
    }

    JsonNode problem(String number) throws IOException, InterruptedException {
        return JSON.readTree(send(request("/api/problems/" + number).build()).body());
    }

    /** The bytes of a stored photo. */
    int photoSize(String id) throws IOException, InterruptedException {
        return send(request("/api/evidence/" + id).build()).body().length;
    }

    private List<String> upload() throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        for (var name : List.of("a.png", "b.png")) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                            + "\"\r\nContent-Type: image/png\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(picture());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return post("/api/evidence", "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray())
                .findValuesAsText("id");
    }

    private JsonNode post(String path, String type, byte[] body) throws IOException, InterruptedException {
        var request = request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body));
        return JSON.readTree(send(request.build()).body());
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(request.uri() + ": " + answer.statusCode() + " "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", AUTHORIZATION);
    }

    private static byte[] picture() throws IOException {
        var image = new BufferedImage(32, 24, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 5, ThreadLocalRandom.current().nextInt(0xffffff));
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
