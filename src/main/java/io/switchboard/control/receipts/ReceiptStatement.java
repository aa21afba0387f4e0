package io.switchboard.control.receipts;

import io.switchboard.kernel.LogId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.signing.CanonicalJson;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The in-toto Statement v1 that a receipt signs: docs/formats/evidence-bundle.md. */
final class ReceiptStatement {

    static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";
    static final String STATEMENT_TYPE = "https://in-toto.io/Statement/v1";

    private static final String PREDICATE = "https://switchboard.example/receipt/v1";
    private static final Pattern TRIGGER = Pattern.compile("[A-Za-z0-9._:/-]{1,200}");
    private static final int LARGEST_PAYLOAD = 190_000; // 256 KiB as an envelope, with base64

    private ReceiptStatement() {}

    static byte[] of(ReceiptDraft draft, LogId log, Instant occurredAt, List<Disclosed> disclosures) {
        byte[] payload = CanonicalJson.of(Map.of(
                "_type",
                STATEMENT_TYPE,
                "subject",
                subjects(draft, log),
                "predicateType",
                PREDICATE,
                "predicate",
                predicate(draft, log, occurredAt, disclosures)));
        if (payload.length > LARGEST_PAYLOAD) {
            throw new IllegalArgumentException("a receipt of " + draft.action() + " would have " + payload.length
                    + " bytes, more than " + LARGEST_PAYLOAD + ": name fewer subjects, or a digest over them");
        }
        return payload;
    }

    /** What the receipt will be found by: the names of {@link #subjects}. */
    static List<SubjectName> about(ReceiptDraft draft, LogId log) {
        return draft.subjects().isEmpty()
                ? List.of(new SubjectName("log", log.value()))
                : draft.subjects().stream().map(Subject::called).toList();
    }

    /** in-toto wants at least one: an action on nothing in particular is about the tenant's log. */
    private static List<Object> subjects(ReceiptDraft draft, LogId log) {
        return draft.subjects().isEmpty()
                ? List.of(subject("log/" + log, Sha256.of(CanonicalJson.of(logResource(log)))))
                : draft.subjects().stream()
                        .map(subject -> subject(subject.name(), subject.digest()))
                        .toList();
    }

    private static Map<String, Object> logResource(LogId log) {
        return Map.of("type", "log", "id", log.value(), "version", 0);
    }

    static Object subject(String name, Sha256 digest) {
        return Map.of("name", name, "digest", Map.of("sha256", digest.hex()));
    }

    private static Map<String, Object> predicate(
            ReceiptDraft draft, LogId log, Instant occurredAt, List<Disclosed> disclosures) {
        Map<String, Object> predicate = new HashMap<>();
        predicate.put("log", log.value());
        predicate.put("nonce", Disclosed.random128());
        predicate.put(
                "actor",
                Map.of(
                        "type", draft.actor().type().wire(),
                        "id", draft.actor().id()));
        predicate.put("action", draft.action().value());
        predicate.put("outcome", draft.outcome().wire());
        predicate.put("occurredAt", occurredAt.toString());
        predicate.put("correlationId", draft.correlation().value());
        draft.decision().ifPresent(decision -> predicate.put("decision", decision(decision)));
        draft.parent().ifPresent(parent -> predicate.put("parent", parent.value()));
        draft.trigger().ifPresent(trigger -> predicate.put("trigger", checkedTrigger(trigger)));
        putUnlessEmpty(
                predicate,
                "approvedBy",
                draft.approvedBy().stream().map(ReceiptId::value).toList());
        if (!draft.facts().isEmpty()) {
            predicate.put("facts", Facts.checked(draft.facts()));
        }
        // Sorted, so that their order says nothing about which value is which.
        putUnlessEmpty(
                predicate,
                "_sd",
                disclosures.stream().map(Disclosed::digest).sorted().toList());
        return predicate;
    }

    private static void putUnlessEmpty(Map<String, Object> predicate, String name, List<String> values) {
        if (!values.isEmpty()) {
            predicate.put(name, values);
        }
    }

    private static Map<String, Object> decision(ReceiptDraft.DecisionRef decision) {
        return Map.of(
                "id", decision.id().value(),
                "bundleDigest", decision.bundleDigest().hex(),
                "determiningPolicies", decision.determiningPolicies(),
                "reasonCodes", decision.reasonCodes());
    }

    private static String checkedTrigger(String trigger) {
        if (!TRIGGER.matcher(trigger).matches()) {
            throw new IllegalArgumentException("a receipt's trigger is opaque: 1 to 200 of A–Z a–z 0–9 . _ : / -");
        }
        return trigger;
    }
}
