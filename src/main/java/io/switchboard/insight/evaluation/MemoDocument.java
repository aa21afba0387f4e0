package io.switchboard.insight.evaluation;

import io.switchboard.insight.evaluation.Memo.Answer;
import io.switchboard.insight.evaluation.Memo.Signed;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.platform.documents.Brief.Line;
import io.switchboard.platform.documents.Brief.Mark;
import io.switchboard.platform.documents.Brief.Part;
import io.switchboard.platform.documents.Brief.Table;
import io.switchboard.platform.signing.CanonicalJson;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A memo with everything that was said to it: as JSON, with the bytes that both sides signed as a DSSE envelope of up to two signatures, and as parts of a document. */
final class MemoDocument {

    private MemoDocument() {}

    static byte[] json(Tenant tenant, Memo memo, String trustRoot) {
        Map<String, Object> json = new HashMap<>(Map.of(
                "type", "https://switchboard.example/evaluation-memo-document/v1",
                "tenant", TenantFacts.of(tenant),
                "number", memo.number(),
                "verdict", memo.verdict().wire(),
                "standing", memo.standing().words(),
                "trustRoot", trustRoot,
                "envelope", envelope(memo),
                "sha256", memo.digest().hex(),
                "signatures", signatures(memo).map(MemoDocument::json).toList()));
        declined(memo).ifPresent(declined -> json.put("declined", json(declined)));
        return CanonicalJson.of(json);
    }

    /** DSSE v1: any number of signatures over one payload. */
    private static Map<String, Object> envelope(Memo memo) {
        var base64 = Base64.getEncoder();
        return Map.of(
                "payloadType",
                Memo.PAYLOAD_TYPE,
                "payload",
                base64.encodeToString(memo.payload()),
                "signatures",
                signatures(memo)
                        .map(side -> Map.of(
                                "keyid", side.signed().keyId(),
                                "sig", base64.encodeToString(side.signed().signature())))
                        .toList());
    }

    private record Side(String name, Signed signed) {}

    private static Stream<Side> signatures(Memo memo) {
        return Stream.concat(
                Stream.of(new Side("The tenant", memo.signed())),
                memo.answer().stream()
                        .filter(Answer.Countersigned.class::isInstance)
                        .map(answer -> new Side("The platform", ((Answer.Countersigned) answer).signed())));
    }

    private static Optional<Answer.Declined> declined(Memo memo) {
        return memo.answer().filter(Answer.Declined.class::isInstance).map(Answer.Declined.class::cast);
    }

    private static Map<String, Object> json(Side side) {
        return receipts(
                side.signed().receipt(),
                side.signed().platformReceipt(),
                Map.of(
                        "side", side.name(),
                        "name", side.signed().name(),
                        "at", side.signed().at().toString(),
                        "keyid", side.signed().keyId()));
    }

    private static Map<String, Object> json(Answer.Declined declined) {
        return receipts(
                declined.receipt(),
                declined.platformReceipt(),
                Map.of("name", declined.name(), "at", declined.at().toString(), "why", declined.why()));
    }

    private static Map<String, Object> receipts(
            Optional<ReceiptId> here, Optional<ReceiptId> platform, Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(facts);
        here.ifPresent(id -> all.put("receipt", id.value()));
        platform.ifPresent(id -> all.put("platformReceipt", id.value()));
        return all;
    }

    /** When it became what it is. */
    static Instant at(Memo memo) {
        return memo.answer()
                .map(answer -> switch (answer) {
                    case Answer.Countersigned signed -> signed.signed().at();
                    case Answer.Declined declined -> declined.at();
                })
                .orElse(memo.signed().at());
    }

    static List<Part> parts(Memo memo, JsonNode facts) {
        var parts = new ArrayList<Part>();
        parts.add(verdict(memo));
        parts.add(Part.of(
                        "Signatures",
                        new Table(
                                List.of("Side", "Signed by", "What was signed, and when", "Receipts"),
                                signatures(memo).map(side -> line(memo, side)).toList()))
                .standing(mark(memo), memo.standing().words()));
        declined(memo)
                .ifPresent(declined -> parts.add(Part.of(
                        "Why the platform declined", declined.why() + "\n" + declined.name() + ", " + declined.at())));
        parts.add(KitParts.criteria(facts));
        parts.add(KitParts.integrations(facts));
        parts.add(KitParts.reports(facts));
        parts.add(KitParts.metrics(facts));
        return parts;
    }

    private static Part verdict(Memo memo) {
        return Part.of(
                        "Verdict",
                        memo.words().isEmpty() ? "Every exit criterion was met; nothing was added." : memo.words())
                .standing(
                        memo.verdict() == Verdict.GO ? Mark.FINE : Mark.LOOK,
                        memo.verdict().title());
    }

    private static Mark mark(Memo memo) {
        return memo.standing() == Memo.Standing.SIGNED ? Mark.FINE : Mark.OPEN;
    }

    private static Line line(Memo memo, Side side) {
        var signed = side.signed();
        return new Line(
                side.name(),
                signed.name(),
                "SHA-256 " + memo.digest().hex() + " at " + signed.at() + " with the key " + signed.keyId(),
                Stream.concat(signed.receipt().stream(), signed.platformReceipt().stream())
                        .map(ReceiptId::value)
                        .collect(Collectors.joining("\n")));
    }
}
