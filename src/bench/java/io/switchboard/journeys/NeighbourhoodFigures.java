package io.switchboard.journeys;

import io.switchboard.bench.Report;
import io.switchboard.bench.Rounds;
import io.switchboard.kernel.Slug;
import io.switchboard.operations.entities.ScaleGraph;
import io.switchboard.operations.entities.TestGraph;
import io.switchboard.platform.tenancy.Tenants;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * {@code GET /api/entities/{id}/neighbourhood?hops=4}, the nearest 200 of a graph of 100,000 edges followed both ways, against {@code GET /api/me} by the same client. Turn by turn. It lives
 * here to reach the running portal with its provider.
 */
public final class NeighbourhoodFigures {

    private static final int WARM_UP = 1_000;
    private static final int REQUESTS = 2_000;
    private static final double AT_MOST = 2;

    private final JourneyPortal portal;
    private final TestGraph graph = new ScaleGraph().rows();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(99);
    private final String authorization;

    private NeighbourhoodFigures(JourneyPortal portal) {
        this.portal = portal;
        authorization = "Bearer " + portal.accessToken();
    }

    public static void measure(Report report) throws Exception {
        try (var portal = JourneyPortal.start()) {
            new NeighbourhoodFigures(portal).rounds(report);
        }
    }

    private void rounds(Report report) throws Exception {
        var tenant = portal.bean(Tenants.class).findBySlug(new Slug("acme")).orElseThrow();
        graph.write(portal.bean(DataSource.class), tenant.id());
        for (var query : new String[] {"hops=4", "hops=4&direction=out"}) {
            alternate(query, new Rounds(), new Rounds(), WARM_UP);
            var near = new Rounds();
            var empty = new Rounds();
            alternate(query, near, empty, REQUESTS);
            report.add(
                    "entities.http-p95-" + (query.endsWith("out") ? "out" : "both"),
                    near.quantile(0.95) * 1_000,
                    "ms",
                    empty.quantile(0.95) / near.quantile(0.95),
                    "empty-authenticated-request",
                    1 / AT_MOST);
        }
    }

    private void alternate(String query, Rounds near, Rounds empty, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            var id = graph.id(ScaleGraph.key(random));
            near.time(() -> get("/api/entities/" + id + "/neighbourhood?" + query, body -> body.contains(id.value())));
            empty.time(() -> get("/api/me", body -> body.contains("acme-automation")));
        }
    }

    private void get(String path, Predicate<String> right) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(portal.address() + path))
                        .header("Authorization", authorization)
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !right.test(answer.body())) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }
}
