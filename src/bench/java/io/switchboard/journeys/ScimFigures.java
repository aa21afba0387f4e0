package io.switchboard.journeys;

import io.switchboard.bench.Report;
import io.switchboard.bench.Rounds;

/**
 * A SCIM PATCH that changes a member's name, with its decision, its receipt and its write, against {@code GET /api/me} by the same client. Turn by turn, and each answer is checked to be
 * the member as it was just written. It lives here to reach the running portal with its provider.
 */
public final class ScimFigures {

    private static final int WARM_UP = 500;
    private static final int REQUESTS = 1_000;
    private static final double AT_MOST = 3;

    private ScimFigures() {}

    public static void measure(Report report) throws Exception {
        try (var portal = JourneyPortal.start()) {
            var person = new ScimPerson(portal);
            alternate(person, new Rounds(), new Rounds(), WARM_UP);
            var patch = new Rounds();
            var empty = new Rounds();
            alternate(person, patch, empty, REQUESTS);
            report.add(
                    "scim.patch-p95",
                    patch.quantile(0.95) * 1_000,
                    "ms",
                    empty.quantile(0.95) / patch.quantile(0.95),
                    "empty-authenticated-request",
                    1 / AT_MOST);
        }
    }

    private static void alternate(ScimPerson person, Rounds patch, Rounds empty, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            patch.time(person::rename);
            empty.time(person::askWhoIAm);
        }
    }
}
