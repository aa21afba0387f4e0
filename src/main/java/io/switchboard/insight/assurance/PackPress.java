package io.switchboard.insight.assurance;

import io.switchboard.kernel.Sha256;
import io.switchboard.platform.documents.DocumentBrand;
import io.switchboard.platform.documents.DocumentProperties;
import io.switchboard.platform.documents.DocumentRenderer;
import io.switchboard.platform.documents.DocumentRequest;
import io.switchboard.platform.documents.DocumentSigner;
import io.switchboard.platform.documents.DocumentTemplate;
import io.switchboard.platform.documents.DocumentTwin;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.signing.TrustRoot;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs the checks and sets the pack as a document. Mechanism only: whoever lets one leave the portal asks policy first. */
@Component
class PackPress {

    static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final DocumentTemplate TEMPLATE = new DocumentTemplate("assurance/" + PosturePack.NAME);

    private final PackClaims claims;
    private final DocumentRenderer renderer;
    private final KeyRing keys;
    private final TrustRoot root;
    private final Clock clock;

    PackPress(PackClaims claims, DocumentRenderer renderer, KeyRing keys, TrustRoot root, Clock clock) {
        this.claims = claims;
        this.renderer = renderer;
        this.keys = keys;
        this.root = root;
        this.clock = clock;
    }

    /** As the claims stand now. */
    PackFacts facts(Tenant tenant) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var stand = claims.of(tenant, now);
        return new PackFacts(tenant, now, root.fingerprint(), stand.claims(), stand.attached());
    }

    PosturePack print(PackFacts facts) {
        var json = facts.json();
        var key = keys.documentSigner(facts.tenant().id());
        var rendered = renderer.render(request(facts, json), DocumentSigner.of(key.chain(), key::sign));
        return new PosturePack(facts.documentId(), facts.asOf(), rendered.pdf(), json, new PackHtml(facts).page());
    }

    static DocumentRequest request(PackFacts facts, byte[] json) {
        var tenant = facts.tenant();
        return new DocumentRequest(
                        TEMPLATE,
                        new DocumentProperties(
                                "Posture pack",
                                "What " + tenant.name() + " can prove about how it is governed, and how to check it",
                                "Switchboard",
                                Locale.UK,
                                facts.asOf()),
                        new DocumentBrand(tenant.name(), tenant.settings().accent(), null),
                        Map.of(
                                "tenantName", tenant.name(),
                                "asOf", facts.asOf(),
                                "holding", facts.holding(),
                                "unproven", facts.claims().size() - facts.holding(),
                                "contents", contents(facts),
                                "documentId", facts.documentId(),
                                "rootFingerprint", facts.rootFingerprint()),
                        IntStream.range(0, facts.claims().size())
                                .mapToObj(
                                        number -> row(number + 1, facts.claims().get(number)))
                                .toList(),
                        new DocumentTwin(PosturePack.NAME + ".json", json))
                .as(facts.copy());
    }

    private static List<Map<String, Object>> contents(PackFacts facts) {
        return IntStream.range(0, facts.claims().size())
                .mapToObj(number -> Map.<String, Object>of(
                        "number", number + 1,
                        "title", facts.claims().get(number).title(),
                        "state", facts.claims().get(number).verdict(),
                        "anchor", anchor(number + 1)))
                .toList();
    }

    private static String anchor(int number) {
        return "claim-" + number;
    }

    /** What the template calls a row. */
    private static Map<String, @Nullable Object> row(int number, PackClaim claim) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("number", number);
        row.put("anchor", anchor(number));
        row.put("title", claim.title());
        row.put("state", claim.verdict());
        row.put("sign", claim.holds() ? "check" : "exclamation");
        row.put("colour", claim.holds() ? "#1B7F4B" : "#8A5A00");
        row.put("finding", claim.finding());
        row.put("lastHeld", lastHeld(claim));
        row.put("command", claim.command());
        row.put(
                "artifacts",
                claim.artifacts().isEmpty()
                        ? null
                        : claim.artifacts().stream().map(PackPress::artifact).toList());
        row.put(
                "history",
                claim.history().isEmpty()
                        ? null
                        : claim.history().stream().map(PackPress::past).toList());
        return row;
    }

    static String lastHeld(PackClaim claim) {
        return "Last held: " + claim.lastHeld().map(PackPress::words).orElse("never on record")
                + ". What was found counts for " + claim.shelfLife().toDays() + " days.";
    }

    static String words(Instant at) {
        return UTC.format(at);
    }

    private static Map<String, String> artifact(Artifact artifact) {
        return Map.of(
                "name", artifact.name(),
                "where", artifact.where(),
                "digest", artifact.digest().map(Sha256::hex).orElse("nothing to take a digest of"));
    }

    private static Map<String, String> past(PackClaim.PastCheck check) {
        return Map.of(
                "at", words(check.at()),
                "verdict", PackClaim.word(check.holds()),
                "finding", check.finding());
    }
}
