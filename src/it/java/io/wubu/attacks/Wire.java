package io.wubu.attacks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Requests as an attacker writes them: no browser cleans up what it sends. */
final class Wire {

    private static final String BOUNDARY = "----wubu-attack";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;
    private final String authorization;

    Wire(int port, String account, String password) {
        server = "http://127.0.0.1:" + port;
        authorization = "Basic "
                + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** A request with a body of any type. */
    HttpResponse<byte[]> send(String method, String path, String type, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<byte[]> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(server + path)));
    }

    HttpResponse<byte[]> get(String path, String header, String value) {
        return send(HttpRequest.newBuilder(URI.create(server + path)).header(header, value));
    }

    /**
     * Uploads one file.
     *
     * @param name the parameter of the Content-Disposition as it stands there: {@code filename="…"}
     * @param fields further fields of the form
     */
    HttpResponse<byte[]> upload(
            String path, String field, String name, String type, byte[] content, Map<String, String> fields) {
        var body = new ByteArrayOutputStream();
        fields.forEach((key, value) -> part(body, "name=\"" + key + "\"", "text/plain", bytes(value)));
        part(body, "name=\"" + field + "\"; " + name, type, content);
        body.writeBytes(bytes("--" + BOUNDARY + "--\r\n"));
        return send("POST", path, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static void part(ByteArrayOutputStream body, String parameters, String type, byte[] content) {
        body.writeBytes(bytes("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + parameters
                + "\r\nContent-Type: " + type + "\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(bytes("\r\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.header("Authorization", authorization)
                            .header("Accept", "application/json, */*")
                            .build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
