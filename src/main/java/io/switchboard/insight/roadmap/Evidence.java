package io.switchboard.insight.roadmap;

import io.switchboard.kernel.Sha256;
import io.switchboard.platform.signing.CanonicalJson;
import java.time.Instant;
import java.util.Map;

/** A finding as it was when an item was raised from it, over the days until then. */
public record Evidence(Finding finding, Instant asOf, int days) {

    static Evidence of(Finding finding, Findings findings) {
        return new Evidence(finding, findings.asOf(), findings.period().days());
    }

    Map<String, Object> json() {
        return Map.of(
                "kind", finding.kind().wire(),
                "subject", finding.subject(),
                "sentence", finding.sentence(),
                "numbers", finding.numbers(),
                "definition", finding.kind().definition(),
                "asOf", asOf.toString(),
                "days", (long) days);
    }

    /** Of the canonical JSON (RFC 8785) of it. */
    public Sha256 digest() {
        return Sha256.of(CanonicalJson.of(json()));
    }
}
