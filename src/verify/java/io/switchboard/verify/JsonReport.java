package io.switchboard.verify;

import io.switchboard.verify.json.CanonicalJson;
import io.switchboard.verify.json.JsonValue;
import io.switchboard.verify.json.JsonValue.JsonArray;
import io.switchboard.verify.json.JsonValue.JsonLiteral;
import io.switchboard.verify.json.JsonValue.JsonNumber;
import io.switchboard.verify.json.JsonValue.JsonObject;
import io.switchboard.verify.json.JsonValue.JsonText;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answer for programs: one JSON object on one line; {@code docs/verify.md} names its members. */
final class JsonReport {

    private JsonReport() {}

    static String of(Report report) {
        Map<String, JsonValue> answer = new HashMap<>();
        answer.put("verdict", new JsonText(report.verdict().wire()));
        answer.put("level", text(report.level().map(Level::wire)));
        answer.put("required", new JsonText(report.request().require().wire()));
        answer.put("root", text(report.fingerprint()));
        answer.put("log", text(report.log()));
        answer.put("checkpoint", checkpoint(report.evidence().checkpoint()));
        answer.put(
                "timestamps",
                new JsonArray(report.evidence().anchors().stream()
                        .map(JsonReport::stamp)
                        .toList()));
        answer.put("extends", number(report.extended()));
        answer.put("copy", report.copy().map(JsonReport::copied).orElse(JsonLiteral.NULL));
        answer.put("counts", counts(report.tally()));
        answer.put("failureCount", new JsonNumber(report.findings().total()));
        answer.put("failures", failures(report.findings().kept()));
        answer.put("note", new JsonText(report.caution()));
        return CanonicalJson.text(new JsonObject(answer));
    }

    static JsonValue checkpoint(Optional<SignedCheckpoint> signed) {
        return signed.map(SignedCheckpoint::checkpoint)
                .<JsonValue>map(checkpoint -> new JsonObject(Map.of(
                        "origin", new JsonText(checkpoint.origin()),
                        "size", new JsonNumber(checkpoint.size()),
                        "root", new JsonText(Base64.getEncoder().encodeToString(checkpoint.root())))))
                .orElse(JsonLiteral.NULL);
    }

    private static JsonValue stamp(Anchor anchor) {
        return new JsonObject(Map.of(
                "size", new JsonNumber(anchor.size()),
                "time", new JsonText(anchor.time().toString()),
                "authority", new JsonText(anchor.authority()),
                "pinned", anchor.pinned() ? JsonLiteral.TRUE : JsonLiteral.FALSE));
    }

    private static JsonValue copied(CopyCheck.Shown copy) {
        return new JsonObject(Map.of(
                "original", new JsonText(copy.receipt()),
                "shown", new JsonNumber(copy.shown()),
                "sections", new JsonNumber(copy.sections())));
    }

    private static JsonValue number(Optional<Long> value) {
        return value.<JsonValue>map(JsonNumber::new).orElse(JsonLiteral.NULL);
    }

    private static JsonValue counts(Tally tally) {
        return new JsonObject(Map.of(
                "files", new JsonNumber(tally.files),
                "receipts", new JsonNumber(tally.receipts),
                "receiptsVerified", new JsonNumber(tally.receiptsVerified),
                "receiptsIncluded", new JsonNumber(tally.receiptsIncluded),
                "receiptsAnchored", new JsonNumber(tally.receiptsAnchored),
                "disclosures", new JsonNumber(tally.disclosures),
                "documents", new JsonNumber(tally.documents)));
    }

    static JsonValue failures(List<Failure> failures) {
        return new JsonArray(failures.stream().map(JsonReport::failure).toList());
    }

    private static JsonValue failure(Failure failure) {
        return new JsonObject(Map.of(
                "check", new JsonText(failure.check().label()),
                "file", new JsonText(failure.file()),
                "problem", new JsonText(failure.what()),
                "remedy", new JsonText(failure.check().remedy())));
    }

    static JsonValue text(Optional<String> value) {
        return value.<JsonValue>map(JsonText::new).orElse(JsonLiteral.NULL);
    }
}
