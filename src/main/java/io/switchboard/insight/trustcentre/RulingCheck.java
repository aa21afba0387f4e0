package io.switchboard.insight.trustcentre;

import static io.switchboard.insight.trustcentre.TrustCentre.require;

import io.switchboard.insight.trustcentre.AccessRequests.Ruling;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a ruling has to be: about each document that was asked for and no other, with a reason for each refusal, within the days, and leaving something of what it approves. */
final class RulingCheck {

    private RulingCheck() {}

    static void check(AccessRequest request, Ruling ruling) {
        request.documents()
                .forEach(it -> require(
                        ruling.answers().containsKey(it.document()),
                        "not-every-document",
                        "Approve or refuse each document; nothing was said about the "
                                + it.document().title() + "."));
        require(
                ruling.answers().keySet().stream().allMatch(it -> request.of(it).isPresent()),
                "not-asked-for",
                "Only what was asked for can be approved or refused.");
        ruling.answers().forEach((document, answer) -> {
            require(
                    answer.approved() || !answer.reason().isEmpty(),
                    "no-reason",
                    "Say why the " + document.title() + " is refused: the requester reads it.");
            require(
                    answer.reason().length() <= AccessRequests.LONGEST_REASON,
                    "long-reason",
                    "A reason has at most " + AccessRequests.LONGEST_REASON + " characters.");
        });
        require(
                ruling.days() >= 1 && ruling.days() <= AccessRequests.MOST_DAYS,
                "bad-days",
                "A grant lasts 1 to " + AccessRequests.MOST_DAYS + " days.");
    }

    /** {@code sections} are those that a document has now; none where it is handed out as a whole. */
    static void checkWithheld(Ruling ruling, Function<TrustDocument, List<DocumentSection>> sections) {
        ruling.answers().forEach((document, answer) -> {
            if (!answer.withheld().isEmpty()) {
                var known = sections.apply(document).stream()
                        .map(DocumentSection::id)
                        .collect(Collectors.toSet());
                require(
                        known.containsAll(answer.withheld()),
                        "no-such-section",
                        known.isEmpty()
                                ? "The " + document.title() + " is handed out as a whole, or not at all."
                                : "The " + document.title() + " has the sections "
                                        + String.join(
                                                ", ", known.stream().sorted().toList())
                                        + ". Withhold only those.");
                require(
                        !answer.withheld().containsAll(known),
                        "nothing-disclosed",
                        "Leave at least one section of the " + document.title() + ", or refuse it.");
            }
        });
    }
}
