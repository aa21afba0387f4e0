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
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks the claims and sets them as a document. Mechanism only: whoever lets one leave the portal asks policy first. */
@Component
class OnePagerPress {

    private static final DocumentTemplate TEMPLATE = new DocumentTemplate("assurance/" + OnePager.NAME);

    private final PostureClaims claims;
    private final DocumentRenderer renderer;
    private final KeyRing keys;
    private final TrustRoot root;
    private final Clock clock;

    OnePagerPress(PostureClaims claims, DocumentRenderer renderer, KeyRing keys, TrustRoot root, Clock clock) {
        this.claims = claims;
        this.renderer = renderer;
        this.keys = keys;
        this.root = root;
        this.clock = clock;
    }

    /** As the claims stand now. */
    PostureFacts facts(Tenant tenant) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new PostureFacts(tenant, now, root.fingerprint(), claims.of(tenant));
    }

    OnePager print(PostureFacts facts) {
        var json = facts.json();
        var key = keys.documentSigner(facts.tenant().id());
        var rendered = renderer.render(request(facts, json), DocumentSigner.of(key.chain(), key::sign));
        return new OnePager(facts.documentId(), facts.asOf(), rendered.pdf(), json, new PostureHtml(facts).page());
    }

    static DocumentRequest request(PostureFacts facts, byte[] json) {
        var tenant = facts.tenant();
        return new DocumentRequest(
                        TEMPLATE,
                        new DocumentProperties(
                                "Posture one-pager",
                                "What " + tenant.name() + " can prove about how it is governed",
                                "Switchboard",
                                Locale.UK,
                                facts.asOf()),
                        new DocumentBrand(tenant.name(), tenant.settings().accent(), null),
                        Map.of(
                                "tenantName", tenant.name(),
                                "asOf", facts.asOf(),
                                "documentId", facts.documentId(),
                                "rootFingerprint", facts.rootFingerprint()),
                        facts.claims().stream().map(Row::of).toList(),
                        new DocumentTwin(OnePager.NAME + ".json", json))
                .as(facts.copy());
    }

    /** What the template calls a row. */
    private record Row(
            String title,
            String verdict,
            String figures,
            String checkedHow,
            Instant checkedAt,
            @Nullable String evidenceSha256) {

        static Row of(PostureClaim claim) {
            return new Row(
                    claim.title(),
                    claim.verdict().word(),
                    claim.finding(),
                    claim.checkedHow(),
                    claim.checkedAt(),
                    claim.evidence().map(Sha256::hex).orElse(null));
        }
    }
}
