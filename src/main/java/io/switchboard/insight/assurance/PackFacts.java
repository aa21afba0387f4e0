package io.switchboard.insight.assurance;

import io.switchboard.kernel.Base32;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.documents.DocumentCopy;
import io.switchboard.platform.signing.CanonicalJson;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything a posture pack says: the same facts make the same document. */
record PackFacts(
        Tenant tenant,
        Instant asOf,
        String rootFingerprint,
        List<PackClaim> claims,
        List<PackCheck.Attachment> attachments,
        List<DashboardPicture> pictures,
        Optional<DocumentCopy> copy)
        implements CopiedFacts<PackFacts> {

    private static final String TYPE = "https://switchboard.example/posture-pack/v1";

    PackFacts {
        claims = List.copyOf(claims);
        attachments = List.copyOf(attachments);
        pictures = List.copyOf(pictures);
    }

    /** An original. */
    PackFacts(
            Tenant tenant,
            Instant asOf,
            String rootFingerprint,
            List<PackClaim> claims,
            List<PackCheck.Attachment> attachments,
            List<DashboardPicture> pictures) {
        this(tenant, asOf, rootFingerprint, claims, attachments, pictures, Optional.empty());
    }

    @Override
    public PackFacts copied(DocumentCopy as) {
        return new PackFacts(tenant, asOf, rootFingerprint, claims, attachments, pictures, Optional.of(as));
    }

    /** Canonical (RFC 8785), so that its digest names these facts and nothing else. */
    byte[] json() {
        Map<String, Object> json = new HashMap<>(Map.of(
                "type",
                TYPE,
                "tenant",
                Map.of(
                        "slug", tenant.slug().value(),
                        "name", tenant.name(),
                        "log", tenant.log().value()),
                "asOf",
                asOf.toString(),
                "trustRoot",
                rootFingerprint,
                "claims",
                claims.stream().map(PackClaim::json).toList(),
                "attachments",
                attachments.stream().map(PackFacts::json).toList(),
                "pictures",
                pictures.stream().map(DashboardPicture::json).toList()));
        copy.ifPresent(it -> json.put("copy", it.toJson()));
        return CanonicalJson.of(json);
    }

    private static Map<String, Object> json(PackCheck.Attachment file) {
        return Map.of(
                "name", file.name(),
                "sha256", Sha256.of(file.bytes()).hex(),
                "base64", Base64.getEncoder().encodeToString(file.bytes()));
    }

    /** {@code doc_…}, from the digest of the facts. */
    String documentId() {
        return "doc_" + Base32.encode(Arrays.copyOf(Sha256.of(json()).bytes(), 10));
    }

    long holding() {
        return claims.stream().filter(PackClaim::holds).count();
    }
}
