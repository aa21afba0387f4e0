package io.switchboard.insight.evaluation;

import io.switchboard.kernel.Base32;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.documents.Brief;
import io.switchboard.platform.documents.BriefPage;
import io.switchboard.platform.documents.DocumentBrand;
import io.switchboard.platform.documents.DocumentProperties;
import io.switchboard.platform.documents.DocumentRenderer;
import io.switchboard.platform.documents.DocumentSigner;
import io.switchboard.platform.documents.DocumentTwin;
import io.switchboard.platform.signing.CanonicalJson;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.signing.TrustRoot;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sets plans and memos as signed documents. Mechanism only: whoever lets one leave the portal asks policy first. */
@Component
class EvaluationPress {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DocumentRenderer renderer;
    private final KeyRing keys;
    private final TrustRoot root;

    EvaluationPress(DocumentRenderer renderer, KeyRing keys, TrustRoot root) {
        this.renderer = renderer;
        this.keys = keys;
        this.root = root;
    }

    EvaluationDocument plan(Tenant tenant, EvaluationKit kit) {
        Map<String, Object> facts = new HashMap<>(KitFacts.of(kit));
        facts.put("type", "https://switchboard.example/evaluation-plan/v1");
        facts.put("tenant", TenantFacts.of(tenant));
        facts.put("trustRoot", root.fingerprint());
        var json = CanonicalJson.of(facts);
        return printed("evaluation-plan", tenant, json, planBrief(tenant, kit.asOf(), root.fingerprint(), json));
    }

    static Brief planBrief(Tenant tenant, Instant asOf, String root, byte[] json) {
        var facts = JSON.readTree(json);
        var days = facts.path("evaluation");
        return new Brief(
                brand(tenant),
                properties("Evaluation plan", "Thirty days, and what has to be shown in them", asOf),
                "The thirty days from " + days.path("beginsOn").asString() + " to "
                        + days.path("lastDay").asString()
                        + " (UTC), and what has to be shown in them. Nobody ticks a criterion: each follows from facts on record and opens again where the fact goes. The receipts named here are in the tenant's log; an evidence bundle has them for a check offline.",
                List.of(
                        KitParts.criteria(facts),
                        KitParts.setup(facts),
                        KitParts.integrations(facts),
                        KitParts.reports(facts),
                        KitParts.metrics(facts)),
                documentId(json),
                root);
    }

    EvaluationDocument memo(Tenant tenant, Memo memo) {
        var json = MemoDocument.json(tenant, memo, root.fingerprint());
        return printed("go-no-go-" + memo.name(), tenant, json, memoBrief(tenant, memo, root.fingerprint(), json));
    }

    static Brief memoBrief(Tenant tenant, Memo memo, String root, byte[] json) {
        JsonNode facts = JSON.readTree(memo.payload());
        return new Brief(
                brand(tenant),
                properties(
                        "Go/no-go memo " + memo.number(),
                        "What the evaluation of " + tenant.name() + " came to",
                        MemoDocument.at(memo)),
                "What the evaluation from "
                        + facts.path("evaluation").path("beginsOn").asString() + " to "
                        + facts.path("evaluation").path("lastDay").asString()
                        + " (UTC) came to, as it stood when the tenant signed. Both signatures are over the same bytes, which are inside the attached JSON with them; each side's receipt names their digest.",
                MemoDocument.parts(memo, facts),
                documentId(json),
                root);
    }

    private EvaluationDocument printed(String name, Tenant tenant, byte[] json, Brief brief) {
        var key = keys.documentSigner(tenant.id());
        var rendered = renderer.render(
                brief.request(new DocumentTwin(name + ".json", json)), DocumentSigner.of(key.chain(), key::sign));
        return new EvaluationDocument(
                name, brief.documentId(), rendered.pdf(), json, new BriefPage(brief, Sha256.of(json)).bytes());
    }

    private static DocumentBrand brand(Tenant tenant) {
        return new DocumentBrand(tenant.name(), tenant.settings().accent(), null);
    }

    private static DocumentProperties properties(String title, String subject, Instant at) {
        return new DocumentProperties(title, subject, "Switchboard", Locale.UK, at);
    }

    /** {@code doc_…}, from the digest of the facts. */
    private static String documentId(byte[] json) {
        return "doc_" + Base32.encode(Arrays.copyOf(Sha256.of(json).bytes(), 10));
    }
}
