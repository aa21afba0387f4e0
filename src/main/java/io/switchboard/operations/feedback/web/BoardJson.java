package io.switchboard.operations.feedback.web;

import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.feedback.Context;
import io.switchboard.operations.feedback.FixCard;
import io.switchboard.operations.feedback.Issue;
import io.switchboard.operations.feedback.IssueEvent;
import io.switchboard.operations.feedback.IssueId;
import io.switchboard.operations.feedback.Reach;
import io.switchboard.operations.feedback.Round;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The bodies of {@link BoardController}. Times are RFC 3339 in UTC, durations ISO 8601 such as {@code PT71H}. No sender and no words of one are among them. */
final class BoardJson {

    private BoardJson() {}

    record Ranked(String formula, List<Item> items) {

        static Ranked of(List<Issue> issues, Instant now) {
            return new Ranked(
                    Reach.FORMULA,
                    IntStream.range(0, issues.size())
                            .mapToObj(place -> Item.of(Optional.of(place + 1), issues.get(place), now))
                            .toList());
        }
    }

    /** The clock is that of the latest round; there is none before triage. */
    record Item(
            Optional<Integer> rank,
            String id,
            String title,
            String state,
            Score score,
            Optional<Clock> clock,
            Optional<String> owner,
            Optional<String> mergedInto,
            List<String> missing,
            Optional<String> flag) {

        static Item of(Optional<Integer> rank, Issue issue, Instant now) {
            return new Item(
                    rank,
                    issue.id().value(),
                    issue.title(),
                    issue.state().wire(),
                    Score.of(issue.reach()),
                    issue.clock(now).latest().map(Clock::of),
                    issue.owner().map(MemberId::value),
                    issue.mergedInto().map(IssueId::value),
                    issue.card().missing(),
                    issue.card().flag());
        }
    }

    record Score(int score, String impact, int reports, int members, int tenants) {

        static Score of(Reach reach) {
            return new Score(reach.score(), reach.impact().wire(), reach.reports(), reach.members(), reach.tenants());
        }
    }

    record Clock(int round, String verdict, Instant startedAt, Instant dueAt, String left, String paused) {

        static Clock of(Round round) {
            return new Clock(
                    round.number(),
                    round.verdict().wire(),
                    round.start(),
                    round.due(),
                    iso(round.left()),
                    iso(round.paused()));
        }

        private static String iso(Duration duration) {
            return duration.truncatedTo(ChronoUnit.SECONDS).toString();
        }
    }

    record Detail(Item issue, Map<String, String> card, List<Origin> origins, List<Event> history) {

        static Detail of(Issue issue, List<Context> contexts, Instant now) {
            return new Detail(
                    Item.of(Optional.empty(), issue, now),
                    card(issue.card()),
                    contexts.stream().map(Origin::of).toList(),
                    issue.events().stream().map(Event::of).toList());
        }

        private static Map<String, String> card(FixCard card) {
            var said = new TreeMap<String, String>();
            card.requirements()
                    .forEach(requirement -> requirement.said().ifPresent(words -> said.put(requirement.name(), words)));
            return said;
        }
    }

    record Origin(String tenant, String feedback, String impact, Instant at, Map<String, String> attachments) {

        static Origin of(Context context) {
            return new Origin(
                    context.tenant().value(),
                    context.id().value(),
                    context.impact().wire(),
                    context.submittedAt(),
                    FeedbackJson.named(context.attachments()));
        }
    }

    record Event(String what, Instant at, Optional<String> note, Optional<String> receiptId) {

        static Event of(IssueEvent event) {
            return new Event(
                    event.kind().wire(),
                    event.at(),
                    event.detail(),
                    event.receipt().map(ReceiptId::value));
        }
    }
}
