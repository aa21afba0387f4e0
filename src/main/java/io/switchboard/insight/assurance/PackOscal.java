package io.switchboard.insight.assurance;

import io.switchboard.insight.assurance.Oscal.Evidence;
import io.switchboard.insight.assurance.Oscal.Finding;
import io.switchboard.insight.assurance.Oscal.Observation;
import io.switchboard.insight.assurance.Oscal.Status;
import io.switchboard.kernel.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A posture pack as OSCAL assessment results, from its JSON twin: a finding for each claim, an observation for what it rests on and for each earlier check. */
final class PackOscal {

    private PackOscal() {}

    static byte[] of(String documentId, byte[] twin) {
        var pack = JsonMapper.shared().readTree(twin);
        var asOf = Instant.parse(text(pack, "asOf"));
        var tenant = pack.path("tenant");
        var claims = pack.path("claims");
        return new Oscal(
                        documentId,
                        "Posture pack of " + text(tenant, "name"),
                        text(tenant, "name"),
                        text(tenant, "log"),
                        asOf,
                        new Oscal.Period(asOf, asOf),
                        claims.valueStream().map(claim -> finding(claim, asOf)).toList())
                .json();
    }

    private static Finding finding(JsonNode claim, Instant asOf) {
        var history = claim.path("history");
        return new Finding(
                text(claim, "id"),
                text(claim, "title"),
                text(claim, "finding"),
                status(claim),
                Stream.concat(
                                Stream.of(now(claim, asOf)),
                                IntStream.range(0, history.size()).mapToObj(at -> earlier(at + 1, history.path(at))))
                        .toList());
    }

    private static Status status(JsonNode check) {
        return text(check, "verdict").equals(Verdict.HOLDS.word()) ? Status.PASS : Status.FAIL;
    }

    private static Observation now(JsonNode claim, Instant asOf) {
        var shelfLife = Duration.ofDays(claim.path("shelfLifeDays").asLong());
        var held = Optional.of(claim.path("lastHeld").asString(""))
                .filter(at -> !at.isEmpty())
                .map(Instant::parse);
        return new Observation(
                "now",
                "Checked for this document",
                text(claim, "finding") + "\n\nTo check it: " + text(claim, "command"),
                asOf,
                held.map(at -> at.plus(shelfLife)),
                claim.path("artifacts").valueStream().map(PackOscal::evidence).toList());
    }

    private static Evidence evidence(JsonNode artifact) {
        return new Evidence(
                text(artifact, "name"),
                text(artifact, "where"),
                Optional.of(artifact.path("sha256").asString(""))
                        .filter(hex -> !hex.isEmpty())
                        .map(Sha256::new));
    }

    private static Observation earlier(int number, JsonNode check) {
        return new Observation(
                "earlier-" + number,
                "Earlier check: " + text(check, "verdict"),
                text(check, "finding"),
                Instant.parse(text(check, "at")),
                Optional.empty(),
                List.of());
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
