package io.switchboard.insight.assurance;

import io.switchboard.kernel.Sha256;
import io.switchboard.platform.signing.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * OSCAL {@code assessment-results} (NIST, version 1.1.2) of a document's facts: a finding for each thing that was judged, with the observations that it rests on and their evidence. Its ids are UUIDs of version 5
 * (RFC 9562) made from the document's id, so the same facts make the same bytes. Evidence that has a digest is named by it (RFC 6920).
 */
public record Oscal(
        String documentId,
        String title,
        String organisation,
        String log,
        Instant asOf,
        Period period,
        List<Finding> findings) {

    /** As API and files call it. */
    public static final String TYPE = "application/oscal+json";

    private static final String VERSION = "1.1.2";
    private static final String NAMESPACE = "https://switchboard.example/ns/oscal";
    private static final UUID URL = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    public Oscal {
        findings = List.copyOf(findings);
    }

    public record Period(Instant start, Instant end) {}

    /** How something was judged; {@code OTHER} where nothing is recorded to judge it by, which satisfies nobody. */
    public enum Status {
        PASS("satisfied", "pass"),
        FAIL("not-satisfied", "fail"),
        OTHER("not-satisfied", "other");

        private final String state;
        private final String reason;

        Status(String state, String reason) {
            this.state = state;
            this.reason = reason;
        }
    }

    /** {@code id} is a token: a letter, then letters, digits, {@code . - _}. */
    public record Finding(String id, String title, String says, Status status, List<Observation> observations) {

        public Finding {
            observations = List.copyOf(observations);
        }
    }

    /** {@code collected}: when it was seen; {@code expires}: from when on it counts no more. */
    public record Observation(
            String id,
            String title,
            String says,
            Instant collected,
            Optional<Instant> expires,
            List<Evidence> evidence) {

        public Observation {
            evidence = List.copyOf(evidence);
        }
    }

    /** What an observation looked at, and where it is. */
    public record Evidence(String name, String where, Optional<Sha256> digest) {}

    public byte[] json() {
        return CanonicalJson.of(Map.of(
                "assessment-results",
                Map.of(
                        "uuid", uuid("results"),
                        "metadata", metadata(),
                        "import-ap", Map.of("href", "#" + uuid("plan")),
                        "results", List.of(result()),
                        "back-matter", Map.of("resources", List.of(plan())))));
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "title",
                title,
                "last-modified",
                asOf.toString(),
                "version",
                documentId,
                "oscal-version",
                VERSION,
                "props",
                List.of(property("log", log)),
                "parties",
                List.of(Map.of("uuid", uuid("organisation"), "type", "organization", "name", organisation)));
    }

    /** Nobody wrote a plan in OSCAL: what is judged, and by which rule, is what the document's definitions say. */
    private Map<String, Object> plan() {
        return Map.of(
                "uuid", uuid("plan"),
                "title", "What was judged, and how",
                "description",
                        "The portal judges these objectives from its own records, by the definitions that the document and its documentation print.");
    }

    private Map<String, Object> result() {
        Map<String, Object> result = new HashMap<>(Map.of(
                "uuid", uuid("result"),
                "title", title,
                "description", "Computed by the portal from its records as of " + asOf + ".",
                "start", period.start().toString(),
                "end", period.end().toString(),
                "reviewed-controls", Map.of("control-selections", List.of(Map.of("include-all", Map.of()))),
                "findings", findings.stream().map(this::finding).toList()));
        var observations = findings.stream()
                .flatMap(finding ->
                        finding.observations().stream().map(observation -> observation(finding, observation)))
                .toList();
        if (!observations.isEmpty()) {
            result.put("observations", observations);
        }
        return result;
    }

    private Map<String, Object> finding(Finding finding) {
        Map<String, Object> json = new HashMap<>(Map.of(
                "uuid", uuid("finding/" + finding.id()),
                "title", finding.title(),
                "description", finding.says(),
                "target",
                        Map.of(
                                "type", "objective-id",
                                "target-id", finding.id(),
                                "status", Map.of("state", finding.status().state, "reason", finding.status().reason))));
        if (!finding.observations().isEmpty()) {
            json.put(
                    "related-observations",
                    finding.observations().stream()
                            .map(each -> Map.of("observation-uuid", uuid(name(finding, each))))
                            .toList());
        }
        return json;
    }

    private static String name(Finding finding, Observation observation) {
        return "observation/" + finding.id() + "/" + observation.id();
    }

    private Map<String, Object> observation(Finding finding, Observation observation) {
        Map<String, Object> json = new HashMap<>(Map.of(
                "uuid", uuid(name(finding, observation)),
                "title", observation.title(),
                "description", observation.says(),
                "methods", List.of("TEST"),
                "collected", observation.collected().toString()));
        observation.expires().ifPresent(at -> json.put("expires", at.toString()));
        if (!observation.evidence().isEmpty()) {
            json.put(
                    "relevant-evidence",
                    observation.evidence().stream().map(Oscal::evidence).toList());
        }
        return json;
    }

    private static Map<String, Object> evidence(Evidence evidence) {
        Map<String, Object> json = new HashMap<>(Map.of("description", evidence.name() + ": " + evidence.where()));
        evidence.digest().ifPresent(digest -> {
            json.put(
                    "href",
                    "ni:///sha-256;" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest.bytes()));
            json.put("props", List.of(property("sha256", digest.hex())));
        });
        return json;
    }

    private static Map<String, Object> property(String name, String value) {
        return Map.of("name", name, "ns", NAMESPACE, "value", value);
    }

    private String uuid(String part) {
        return named(NAMESPACE + "/" + documentId + "/" + part).toString();
    }

    /** RFC 9562, section 5.5: SHA-1 names it, and protects nothing. */
    static UUID named(String name) {
        var bytes = Arrays.copyOf(sha1(name), 16);
        bytes[6] = (byte) (bytes[6] & 0x0f | 0x50);
        bytes[8] = (byte) (bytes[8] & 0x3f | 0x80);
        var hex = HexFormat.of().formatHex(bytes);
        return UUID.fromString(Stream.of(
                        hex.substring(0, 8),
                        hex.substring(8, 12),
                        hex.substring(12, 16),
                        hex.substring(16, 20),
                        hex.substring(20))
                .reduce((one, other) -> one + "-" + other)
                .orElseThrow());
    }

    private static byte[] sha1(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update(HexFormat.of().parseHex(URL.toString().replace("-", "")));
            return digest.digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-1", e);
        }
    }
}
