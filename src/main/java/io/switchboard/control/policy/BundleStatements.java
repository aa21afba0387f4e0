package io.switchboard.control.policy;

import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.CanonicalJson;
import io.switchboard.platform.signing.DsseEnvelope;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.signing.KeyUse;
import io.switchboard.platform.tenancy.PlatformTenant;
import io.switchboard.platform.tenancy.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the platform says about a version: an in-toto Statement v1 whose subjects are the files, signed with the receipt key of the tenant {@code platform}. A version that says something else
 * than its statement is not used.
 */
@Component
public class BundleStatements {

    static final String PREDICATE = "https://switchboard.example/policy-bundle/v1";

    private static final String TYPE = "application/vnd.in-toto+json";
    private static final JsonMapper JSON = new JsonMapper();

    private final PolicyVersions versions;
    private final KeyRing keys;
    private final PlatformTenant platformTenant;
    private final Clock clock;

    BundleStatements(PolicyVersions versions, KeyRing keys, PlatformTenant platformTenant, Clock clock) {
        this.versions = versions;
        this.keys = keys;
        this.platformTenant = platformTenant;
        this.clock = clock;
    }

    /** Where there is a platform with keys; else it is done later. */
    public void sign(int number) {
        signer().ifPresent(platform -> versions.find(number)
                .filter(version -> version.statement().isEmpty())
                .ifPresent(version -> versions.signed(
                        number,
                        keys.sign(platform, KeyUse.RECEIPT, TYPE, payload(version))
                                .bytes(),
                        clock.instant())));
    }

    private Optional<TenantId> signer() {
        return platformTenant.find().map(Tenant::id).filter(id -> keys.log(id).isPresent());
    }

    private static byte[] payload(PolicyVersion version) {
        return CanonicalJson.of(Map.of(
                "_type",
                "https://in-toto.io/Statement/v1",
                "predicateType",
                PREDICATE,
                "subject",
                version.files().texts().entrySet().stream()
                        .map(file -> Map.of(
                                "name",
                                file.getKey(),
                                "digest",
                                Map.of("sha256", Sha256.of(file.getValue()).hex())))
                        .toList(),
                "predicate",
                Map.of(
                        "version", version.number(),
                        "bundleDigest", version.digest().hex(),
                        "origin", version.ofRelease() ? "release" : "person",
                        "author",
                                Map.of(
                                        "type", version.author().type().wire(),
                                        "id", version.author().id()),
                        "proposedAt", version.proposedAt().toString())));
    }

    /** Whether the version is what was signed. One that nobody signed yet is only trusted as the release's own. */
    boolean holds(PolicyVersion version, Sha256 release) {
        if (!version.files().digest().equals(version.digest())) {
            return false;
        }
        return version.statement()
                .map(statement -> isSigned(version, statement))
                .orElseGet(() -> version.digest().equals(release));
    }

    private boolean isSigned(PolicyVersion version, byte[] statement) {
        try {
            var envelope = read(JSON.readTree(statement));
            return platformTenant
                            .find()
                            .filter(platform -> keys.verifies(
                                    platform.id(), envelope, version.signedAt().orElse(version.proposedAt())))
                            .isPresent()
                    && Arrays.equals(envelope.payload(), payload(version));
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static DsseEnvelope read(JsonNode json) {
        var signature = json.path("signatures").path(0);
        var base64 = Base64.getDecoder();
        return new DsseEnvelope(
                json.path("payloadType").asString(),
                base64.decode(json.path("payload").asString().getBytes(StandardCharsets.US_ASCII)),
                signature.path("keyid").asString(),
                base64.decode(signature.path("sig").asString().getBytes(StandardCharsets.US_ASCII)));
    }
}
