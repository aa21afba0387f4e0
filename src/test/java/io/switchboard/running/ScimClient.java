package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to {@code /scim/v2} as one client. */
record ScimClient(int port, Supplier<String> bearer) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        String text(String path) {
            JsonNode node = body;
            for (var name : path.split("/", -1)) {
                node = name.matches("\\d+") ? node.path(Integer.parseInt(name)) : node.path(name);
            }
            return node.asString("");
        }

        String id() {
            return text("id");
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        Answer is(int expected) {
            assertThat(status).as(raw.body()).isEqualTo(expected);
            return this;
        }

        String type(int expected) {
            is(expected);
            assertThat(header("Content-Type")).startsWith("application/scim+json");
            assertThat(text("schemas/0")).isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
            assertThat(text("status")).isEqualTo(String.valueOf(expected));
            assertThat(text("detail")).isNotEmpty();
            return text("scimType");
        }
    }

    Answer send(String method, String path, String body, String... headers) {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer send(String method, String path, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/scim/v2" + path))
                .headers(Stream.concat(
                                Stream.of("Authorization", bearer.get(), "Content-Type", "application/scim+json"),
                                Arrays.stream(headers))
                        .toArray(String[]::new))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            var text = answer.body().isEmpty() ? "{}" : answer.body();
            return new Answer(answer.statusCode(), JsonMapper.shared().readTree(text), answer);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    Answer post(String path, String body) {
        return send("POST", path, body);
    }

    Answer put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    /** Operations as their JSON array's content. */
    Answer patch(String path, String operations, String... headers) {
        return send(
                "PATCH",
                path,
                "{\"schemas\": [\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"], \"Operations\": [" + operations
                        + "]}",
                headers);
    }

    Answer delete(String path) {
        return send("DELETE", path, "");
    }

    Answer find(String type, String filter) {
        return get("/" + type + "?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }

    Answer createUser(String userName) {
        return post("/Users", user(userName)).is(201);
    }

    static String user(String userName) {
        return """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "%s"}""".formatted(userName);
    }

    static String group(String displayName, String... members) {
        var listed = Arrays.stream(members)
                .map(id -> "{\"value\": \"" + id + "\"}")
                .collect(java.util.stream.Collectors.joining(", "));
        return """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "%s", "members": [%s]}""".formatted(displayName, listed);
    }
}
