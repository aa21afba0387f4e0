package io.switchboard.control.bundles;

import io.switchboard.kernel.Sha256;
import io.switchboard.platform.signing.CanonicalJson;
import java.util.List;
import java.util.Map;

/** What a simulation came to, as canonical JSON (RFC 8785): approvals are bound to its digest. */
public final class Report {

    private Report() {}

    public static byte[] of(Simulation simulation, List<Flip> flips) {
        var totals = simulation.totals();
        return CanonicalJson.of(Map.of(
                "simulation", simulation.id().value(),
                "version", simulation.version(),
                "bundleDigest", simulation.digest().hex(),
                "baseline", simulation.baseline(),
                "baselineDigest", simulation.baselineDigest().hex(),
                "since", simulation.since().toString(),
                "until", simulation.until().toString(),
                "totals",
                        Map.of(
                                "evaluated", totals.evaluated(),
                                "requests", totals.requests(),
                                "notEvaluable", totals.notEvaluable(),
                                "errors", totals.errors(),
                                "decidedOtherwise", totals.decidedOtherwise(),
                                "toDeny", totals.toDeny(),
                                "toAllow", totals.toAllow()),
                "flips", flips.stream().map(Report::of).toList()));
    }

    static Sha256 digest(Simulation simulation, List<Flip> flips) {
        return Sha256.of(of(simulation, flips));
    }

    private static Map<String, Object> of(Flip flip) {
        return Map.of(
                "tenant", flip.tenant().value(),
                "action", flip.action().value(),
                "before", flip.toAllow() ? "denied" : "allowed",
                "after", flip.toAllow() ? "allowed" : "denied",
                "error", flip.error(),
                "beforeBy", flip.beforeBy(),
                "afterBy", flip.afterBy(),
                "decisions", flip.decisions(),
                "sample", flip.sample().value());
    }
}
