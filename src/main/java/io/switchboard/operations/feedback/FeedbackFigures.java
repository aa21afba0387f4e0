package io.switchboard.operations.feedback;

import io.switchboard.kernel.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Feedback in figures, for dashboards: of one tenant, or without one of all. A period includes {@code from} and excludes {@code to}. Every figure is computed from the submissions and the
 * events each time, so that it is the same however they arrived. Whoever asks has been allowed to.
 */
@Service
public class FeedbackFigures {

    private final Submissions submissions;
    private final Issues issues;
    private final Clock clock;

    FeedbackFigures(Submissions submissions, Issues issues, Clock clock) {
        this.submissions = submissions;
        this.issues = issues;
        this.clock = clock;
    }

    /** Reports per screen, action or rule ({@code by}), most first. */
    public List<Friction> friction(Attachment by, Optional<TenantId> tenant, Instant from, Instant to) {
        return submissions.friction(by, tenant, from, to);
    }

    /** What was declined by the end of the period is no part of either number. */
    public Resolved pilotBlocking(Optional<TenantId> tenant, Instant from, Instant to) {
        var considered = issues.blocking(tenant, to).stream()
                .filter(issue -> wasOpen(issue, from, to))
                .filter(issue -> issue.stateAt(to).orElseThrow() != IssueState.DECLINED)
                .toList();
        long resolved = considered.stream()
                .filter(issue -> issue.stateAt(to).orElseThrow().isResolved())
                .count();
        return new Resolved(considered.size(), (int) resolved);
    }

    /** New since, open at the beginning, or reopened within. */
    private static boolean wasOpen(Issue issue, Instant from, Instant to) {
        return issue.stateAt(from).map(IssueState::isOpen).orElse(true)
                || issue.events().stream()
                        .anyMatch(event -> event.kind() == EventKind.REOPENED
                                && event.at().isAfter(from)
                                && event.at().isBefore(to));
    }

    public InTime inTime(Instant from, Instant to) {
        var verdicts = issues.triaged().stream()
                .flatMap(issue -> issue.clock(clock.instant()).rounds().stream())
                .filter(round -> round.end() == Round.End.RESOLVED)
                .filter(round -> !round.until().isBefore(from) && round.until().isBefore(to))
                .map(Round::verdict)
                .toList();
        long met = verdicts.stream()
                .filter(verdict -> verdict == Round.Verdict.MET)
                .count();
        return new InTime((int) met, verdicts.size() - (int) met);
    }
}
