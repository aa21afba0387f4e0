package io.switchboard.insight.roadmap;

import io.switchboard.platform.documents.DocumentBrand;
import io.switchboard.platform.documents.DocumentProperties;
import io.switchboard.platform.documents.DocumentRenderer;
import io.switchboard.platform.documents.DocumentRequest;
import io.switchboard.platform.documents.DocumentSigner;
import io.switchboard.platform.documents.DocumentTemplate;
import io.switchboard.platform.documents.DocumentTwin;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.signing.KeyUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sets a lock as a signed document and signs its JSON. Mechanism only: whoever locks asked policy first. */
@Component
class LockPress {

    static final String PAYLOAD_TYPE = "application/vnd.switchboard.roadmap-lock+json";

    private static final DocumentTemplate TEMPLATE = new DocumentTemplate("roadmap/roadmap-lock");

    private final DocumentRenderer renderer;
    private final KeyRing keys;

    LockPress(DocumentRenderer renderer, KeyRing keys) {
        this.renderer = renderer;
        this.keys = keys;
    }

    LockDocuments print(LockFacts facts) {
        var json = facts.json();
        var tenant = facts.platform().id();
        var key = keys.documentSigner(tenant);
        var rendered = renderer.render(request(facts, json), DocumentSigner.of(key.chain(), key::sign));
        var envelope = keys.sign(tenant, KeyUse.RECEIPT, PAYLOAD_TYPE, json);
        return new LockDocuments(rendered.pdf(), envelope.bytes());
    }

    private static DocumentRequest request(LockFacts facts, byte[] json) {
        var brand = facts.platform();
        return new DocumentRequest(
                TEMPLATE,
                new DocumentProperties(
                        "Roadmap lock " + facts.release(),
                        "What is in " + facts.release() + ", what was deferred, and why",
                        "Switchboard",
                        Locale.UK,
                        facts.at()),
                new DocumentBrand(brand.name(), brand.settings().accent(), null),
                Map.of(
                        "release", facts.release().value(),
                        "lockedAt", facts.at(),
                        "lockedBy", facts.by(),
                        "itemsIn", (long) facts.in().size(),
                        "itemsDeferred", (long) facts.deferred().size(),
                        "documentId", facts.documentId(),
                        "rootFingerprint", facts.rootFingerprint()),
                rows(facts),
                new DocumentTwin("roadmap-" + facts.release() + ".json", json));
    }

    private static List<Row> rows(LockFacts facts) {
        var rows = new ArrayList<Row>();
        facts.in().stream().map(Row::in).forEach(rows::add);
        facts.deferred().stream().map(Row::deferred).forEach(rows::add);
        return rows;
    }

    /** What the template calls a row. */
    private record Row(
            String title,
            boolean in,
            String headline,
            @Nullable String body,
            String evidence,
            @Nullable String evidenceSha256) {

        static Row in(Item item) {
            return new Row(item.title(), true, target(item), plans(item.spec()), evidence(item), digest(item));
        }

        static Row deferred(Item item) {
            return new Row(
                    item.title(),
                    false,
                    item.deferred().orElseThrow(),
                    item.isReady() ? null : "Missing: " + missing(item),
                    evidence(item),
                    digest(item));
        }

        private static String target(Item item) {
            return item.spec()
                    .target()
                    .map(target -> Figures.of(item.evidence()).title(target) + ": " + target.words())
                    .orElseThrow();
        }

        private static String plans(Spec spec) {
            var actions = spec.actions().isEmpty() ? "" : " (" + String.join(", ", spec.actions()) + ")";
            return String.join(
                    "\n",
                    "Policy: " + spec.policyPlan() + actions,
                    "Tests: " + String.join("; ", spec.tests()),
                    "Flag: " + spec.flag(),
                    "Watched: " + spec.signal(),
                    "Undone by: " + spec.wayBack(),
                    String.join("\n", spec.acceptance()));
        }

        private static String missing(Item item) {
            return item.missing().stream()
                    .map(missing -> missing.requirement().title().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
        }

        private static String evidence(Item item) {
            return item.evidence()
                    .map(evidence -> "Found: " + evidence.finding().sentence() + " (" + evidence.days() + " days)")
                    .orElse("Raised without a finding.");
        }

        private static @Nullable String digest(Item item) {
            return item.evidence().map(evidence -> evidence.digest().hex()).orElse(null);
        }
    }
}
