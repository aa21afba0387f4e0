package io.switchboard.verify;

import io.switchboard.verify.json.CanonicalJson;
import io.switchboard.verify.json.JsonValue;
import io.switchboard.verify.json.JsonValue.JsonArray;
import io.switchboard.verify.json.JsonValue.JsonLiteral;
import io.switchboard.verify.json.JsonValue.JsonNumber;
import io.switchboard.verify.json.JsonValue.JsonObject;
import io.switchboard.verify.json.JsonValue.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answer for programs: one JSON object on one line; {@code docs/verify.md} names its members. */
final class JsonReport {

    private JsonReport() {}

    static String of(Report report) {
        return CanonicalJson.text(new JsonObject(Map.of(
                "verdict", new JsonText(report.verdict().wire()),
                "level", text(report.level().map(Level::wire)),
                "required", new JsonText(report.request().require().wire()),
                "root", text(report.fingerprint()),
                "log", text(report.log()),
                "counts", counts(report.tally()),
                "failureCount", new JsonNumber(report.findings().total()),
                "failures", failures(report.findings().kept()),
                "note", new JsonText(report.evidence().caution()))));
    }

    private static JsonValue counts(Tally tally) {
        return new JsonObject(Map.of(
                "files", new JsonNumber(tally.files),
                "receipts", new JsonNumber(tally.receipts),
                "receiptsVerified", new JsonNumber(tally.receiptsVerified),
                "disclosures", new JsonNumber(tally.disclosures),
                "documents", new JsonNumber(tally.documents)));
    }

    private static JsonValue failures(List<Failure> failures) {
        return new JsonArray(failures.stream().map(JsonReport::failure).toList());
    }

    private static JsonValue failure(Failure failure) {
        return new JsonObject(Map.of(
                "check", new JsonText(failure.check().label()),
                "file", new JsonText(failure.file()),
                "problem", new JsonText(failure.what()),
                "remedy", new JsonText(failure.check().remedy())));
    }

    private static JsonValue text(Optional<String> value) {
        return value.<JsonValue>map(JsonText::new).orElse(JsonLiteral.NULL);
    }
}
