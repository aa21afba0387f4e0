package io.switchboard.journeys;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A client of acme's that changes one of its members over SCIM: each change is a decision, a write and a receipt, and the answer has to be the member as it was just written. */
final class ScimPerson {

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final JourneyPortal portal;
    private final String authorization;
    private final String member;

    ScimPerson(JourneyPortal portal) throws Exception {
        this.portal = portal;
        authorization = "Bearer " + portal.accessToken();
        member = member();
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

    /** To a name that nobody had before. */
    void rename() throws Exception {
        var name = "N" + System.nanoTime();
        var body = """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                 "Operations": [{"op": "replace", "path": "name.familyName", "value": "%s"}]}""".formatted(name);
        sent(
                request("/scim/v2/Users/" + member)
                        .method("PATCH", BodyPublishers.ofString(body))
                        .build(),
                answer -> answer.contains(name));
    }

    /** An authenticated request that does next to nothing. */
    void askWhoIAm() throws Exception {
        sent(request("/api/me").GET().build(), body -> body.contains("acme-automation"));
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
