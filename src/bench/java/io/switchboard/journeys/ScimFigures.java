package io.switchboard.journeys;

import io.switchboard.bench.Report;
import io.switchboard.bench.Rounds;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A SCIM PATCH that changes a member's name, with its decision, its receipt and its write, against {@code GET /api/me} by the same client. Turn by turn, and each answer is checked to be
 * the member as it was just written. It lives here to reach the running portal with its provider.
 */
public final class ScimFigures {

    private static final int WARM_UP = 500;
    private static final int REQUESTS = 1_000;
    private static final double AT_MOST = 3;
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

    private final JourneyPortal portal;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String authorization;

    private ScimFigures(JourneyPortal portal) {
        this.portal = portal;
        authorization = "Bearer " + portal.accessToken();
    }

    public static void measure(Report report) throws Exception {
        try (var portal = JourneyPortal.start()) {
            new ScimFigures(portal).rounds(report);
        }
    }

    private void rounds(Report report) throws Exception {
        var member = member();
        alternate(member, new Rounds(), new Rounds(), WARM_UP);
        var patch = new Rounds();
        var empty = new Rounds();
        alternate(member, patch, empty, REQUESTS);
        report.add(
                "scim.patch-p95",
                patch.quantile(0.95) * 1_000,
                "ms",
                empty.quantile(0.95) / patch.quantile(0.95),
                "empty-authenticated-request",
                1 / AT_MOST);
    }

    private String member() throws Exception {
        var body = """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "bench.scim", "active": true,
                 "name": {"givenName": "Ben", "familyName": "Ch"}}""";
        var created = client.send(
                request("/scim/v2/Users").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        var id = ID.matcher(created.body());
        if (created.statusCode() != 201 || !id.find()) {
            throw new IllegalStateException("no member to change: " + created.statusCode() + " " + created.body());
        }
        return id.group(1);
    }

    private void alternate(String member, Rounds patch, Rounds empty, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            var name = "N" + System.nanoTime();
            patch.time(() -> patch(member, name));
            empty.time(() -> sent(request("/api/me").GET().build(), body -> body.contains("acme-automation")));
        }
    }

    private void patch(String member, String name) throws Exception {
        var body = """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                 "Operations": [{"op": "replace", "path": "name.familyName", "value": "%s"}]}""".formatted(name);
        sent(
                request("/scim/v2/Users/" + member)
                        .method("PATCH", BodyPublishers.ofString(body))
                        .build(),
                answer -> answer.contains(name));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(portal.address() + path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/scim+json");
    }

    private void sent(HttpRequest request, Predicate<String> right) throws Exception {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !right.test(answer.body())) {
            throw new IllegalStateException(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }
}
