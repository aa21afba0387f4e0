package io.switchboard.journeys;

import io.switchboard.kernel.Slug;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The partial import of a Keycloak with its database in memory ({@code POST /admin/realms/{realm}/partialImport} of its Admin REST API). It lives here to reach the Keycloak of the
 * journeys.
 */
public final class KeycloakPeer implements AutoCloseable {

    private static final String REALM = "bench";

    private final Keycloak keycloak;
    private final String base;
    private final HttpClient client = HttpClient.newHttpClient();

    private KeycloakPeer(Keycloak keycloak) {
        this.keycloak = keycloak;
        base = keycloak.issuer().substring(0, keycloak.issuer().indexOf("/realms/"));
    }

    public static KeycloakPeer start() {
        return new KeycloakPeer(
                Keycloak.start(KeycloakRealm.of(new Slug(REALM), "https://portal.bench.example", "first")));
    }

    /** An access token of Keycloak lives for a minute, so each import takes a new one, outside the time that counts. */
    public String token() throws IOException, InterruptedException {
        var form = Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                Keycloak.ADMIN,
                "password",
                keycloak.adminPassword());
        var request = HttpRequest.newBuilder(URI.create(base + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        return JsonMapper.shared()
                .readTree(checked(request).body())
                .path("access_token")
                .asString();
    }

    /** Of a {@code PartialImportRepresentation} whose users all have to be new. */
    public void load(String token, byte[] representation, int users) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + "/admin/realms/" + REALM + "/partialImport"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(representation))
                .build();
        var added = JsonMapper.shared()
                .readTree(checked(request).body())
                .path("added")
                .asInt();
        if (added != users) {
            throw new IllegalStateException("Keycloak added " + added + " of " + users + " users");
        }
    }

    private HttpResponse<String> checked(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    @Override
    public void close() {
        client.close();
        keycloak.close();
    }
}
