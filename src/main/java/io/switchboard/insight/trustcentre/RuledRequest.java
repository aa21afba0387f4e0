package io.switchboard.insight.trustcentre;

import io.switchboard.insight.trustcentre.AccessRequests.Answer;
import io.switchboard.insight.trustcentre.AccessRequests.Ruling;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A request as a ruling leaves it, and what goes on record of that. */
final class RuledRequest {

    private RuledRequest() {}

    static AccessRequest of(AccessRequest request, Ruling ruling, Instant now) {
        var documents = request.documents().stream()
                .map(it -> answered(it, Objects.requireNonNull(ruling.answers().get(it.document()))))
                .toList();
        boolean granted = documents.stream().anyMatch(it -> it.verdict() == Verdict.APPROVED);
        return new AccessRequest(
                request.id(),
                request.requester(),
                documents,
                request.wantsWatermark(),
                request.requestedAt(),
                Optional.of(now),
                request.wantsWatermark() || ruling.watermark(),
                granted ? Optional.of(now.plus(Duration.ofDays(ruling.days()))) : Optional.empty(),
                request.accepted(),
                request.revokedAt(),
                request.version() + 1);
    }

    private static RequestedDocument answered(RequestedDocument document, Answer answer) {
        return new RequestedDocument(
                document.document(),
                answer.approved() ? Verdict.APPROVED : Verdict.REFUSED,
                answer.reason(),
                answer.approved() ? answer.withheld() : Set.of(),
                0);
    }

    /** What the receipt says. */
    static Map<String, Object> facts(AccessRequest decided, Ruling ruling) {
        var facts = new HashMap<String, Object>();
        decided.documents()
                .forEach(it -> facts.put(it.document().wire(), it.verdict().wire()));
        decided.endsAt().ifPresent(end -> {
            facts.put("watermarked", decided.watermarked());
            facts.put("withheld", withheld(decided).count());
            facts.put("days", (long) ruling.days());
            facts.put("endsAt", end.toString());
        });
        return facts;
    }

    private static Stream<String> withheld(AccessRequest decided) {
        return decided.documents().stream().flatMap(it -> it.withheld().stream().sorted());
    }

    /** What the receipt commits to, and only the tenant can open. */
    static Map<String, String> reasons(AccessRequest decided) {
        var reasons = new HashMap<String, String>();
        if (withheld(decided).findAny().isPresent()) {
            reasons.put("withheld", withheld(decided).collect(Collectors.joining(" ")));
        }
        decided.documents().stream()
                .filter(it -> !it.reason().isEmpty())
                .forEach(it -> reasons.put("reason-" + it.document().wire(), it.reason()));
        return reasons;
    }
}
