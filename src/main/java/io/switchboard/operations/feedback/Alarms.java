package io.switchboard.operations.feedback;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.observability.CommittedCounts;
import io.switchboard.platform.tenancy.PlatformTenant;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Notes, once for each round of an issue's clock, that it is due soon and that its time has passed. Counted as {@code switchboard.feedback.alarms}. */
@Component
class Alarms {

    static final ActionId RAISE = new ActionId("feedback.raise-alarm");

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final int MOST = 1000;

    private final EnforcementPoint enforcement;
    private final Issues issues;
    private final PlatformTenant platform;
    private final CommittedCounts counts;
    private final Clock clock;

    Alarms(EnforcementPoint enforcement, Issues issues, PlatformTenant platform, CommittedCounts counts, Clock clock) {
        this.enforcement = enforcement;
        this.issues = issues;
        this.platform = platform;
        this.counts = counts;
        this.clock = clock;
    }

    void work() {
        platform.find()
                .map(Tenant::id)
                .ifPresent(tenant -> issues.ranked(Set.of(IssueState.TRIAGED), MOST)
                        .forEach(issue -> due(issue).ifPresent(alarm -> raise(tenant, issue.id(), alarm))));
    }

    /** What should have been noted by now and is not. */
    private Optional<EventKind> due(Issue issue) {
        return issue.clock(clock.instant())
                .current()
                .flatMap(round -> alarm(round).filter(kind -> !isNoted(issue, kind)));
    }

    private static Optional<EventKind> alarm(Round round) {
        return switch (round.verdict()) {
            case SOON -> Optional.of(EventKind.SOON);
            case BREACHED -> Optional.of(EventKind.BREACHED);
            case RUNNING, PAUSED, MET, MISSED, DROPPED -> Optional.empty();
        };
    }

    /** Since the clock was started last. By what was written, not by time: an alarm and a reopening may be of the same moment. */
    private static boolean isNoted(Issue issue, EventKind kind) {
        return issue.events().reversed().stream()
                .takeWhile(event -> event.kind() != EventKind.TRIAGED && event.kind() != EventKind.REOPENED)
                .anyMatch(event -> event.kind() == kind);
    }

    private void raise(TenantId tenant, IssueId id, EventKind alarm) {
        LOG.warn("Issue {}: {}", id, alarm.words());
        enforcement.perform(
                GovernedAction.of(
                        Caller.system(tenant, "feedback-clock"), RAISE, ResourceRef.of(Board.RESOURCE, id.value())),
                () -> raised(tenant, id, alarm));
    }

    private Effect<IssueEvent> raised(TenantId tenant, IssueId id, EventKind alarm) {
        var issue = issues.lock(id).orElseThrow();
        if (!due(issue).equals(Optional.of(alarm))) {
            throw new ChangeFailure("not-due", "The issue moved on at the same moment; there is nothing to note.");
        }
        var by = Caller.system(tenant, "feedback-clock").actor();
        var event = issues.append(id, alarm, Optional.empty(), by, clock.instant());
        counts.add("switchboard.feedback.alarms", 1, "kind", alarm.wire());
        return Effect.of(event, Subject.atVersion(Board.RESOURCE, id.value(), event.sequence()))
                .withFacts(Map.of("event", alarm.wire()));
    }
}
