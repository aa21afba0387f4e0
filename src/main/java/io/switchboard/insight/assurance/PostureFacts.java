package io.switchboard.insight.assurance;

import io.switchboard.kernel.Base32;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.documents.DocumentCopy;
import io.switchboard.platform.signing.CanonicalJson;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything a one-pager says: the same facts make the same document. */
record PostureFacts(
        Tenant tenant, Instant asOf, String rootFingerprint, List<PostureClaim> claims, Optional<DocumentCopy> copy)
        implements CopiedFacts<PostureFacts> {

    private static final String TYPE = "https://switchboard.example/posture-one-pager/v1";

    PostureFacts {
        claims = List.copyOf(claims);
    }

    /** An original. */
    PostureFacts(Tenant tenant, Instant asOf, String rootFingerprint, List<PostureClaim> claims) {
        this(tenant, asOf, rootFingerprint, claims, Optional.empty());
    }

    @Override
    public PostureFacts copied(DocumentCopy as) {
        return new PostureFacts(tenant, asOf, rootFingerprint, claims, Optional.of(as));
    }

    /** Canonical, so that its digest names these facts and nothing else. */
    byte[] json() {
        Map<String, Object> json = new HashMap<>(Map.of(
                "type",
                TYPE,
                "tenant",
                Map.of(
                        "slug", tenant.slug().value(),
                        "name", wellFormed(tenant.name()),
                        "log", tenant.log().value()),
                "asOf",
                asOf.toString(),
                "trustRoot",
                rootFingerprint,
                "claims",
                claims.stream().map(PostureFacts::json).toList()));
        copy.ifPresent(it -> json.put("copy", it.toJson()));
        return CanonicalJson.of(json);
    }

    private static Map<String, @Nullable Object> json(PostureClaim claim) {
        Map<String, @Nullable Object> json = new HashMap<>();
        json.put("id", claim.id());
        json.put("title", claim.title());
        json.put("verdict", claim.verdict().word());
        json.put("finding", claim.finding());
        json.put("figures", claim.figures());
        json.put("checkedHow", claim.checkedHow());
        json.put("checkedAt", claim.checkedAt().toString());
        json.put("evidenceSha256", claim.evidence().map(Sha256::hex).orElse(null));
        return json;
    }

    /** A name that was cut in the middle of a character would be no text for JSON (RFC 8785). */
    private static String wellFormed(String name) {
        return name.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** {@code doc_…}, from the digest of the facts. */
    String documentId() {
        return "doc_" + Base32.encode(Arrays.copyOf(Sha256.of(json()).bytes(), 10));
    }
}
