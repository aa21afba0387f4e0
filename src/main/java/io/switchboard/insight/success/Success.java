package io.switchboard.insight.success;

import io.switchboard.operations.onboarding.Checklist;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a tenant's pilot goes in a period, as of one moment: its figures, the checklist they begin with, and what some of them are made of. {@code newest} is when the last receipt that was counted
 * occurred.
 */
public record Success(
        Tenant tenant,
        Period period,
        Instant asOf,
        Optional<Instant> newest,
        List<Figure> figures,
        Checklist checklist,
        List<Person> people,
        List<Decided> decided,
        List<ApprovalDay> approvals,
        Map<String, Long> rejects) {

    public Success {
        figures = List.copyOf(figures);
        people = List.copyOf(people);
        decided = List.copyOf(decided);
        approvals = List.copyOf(approvals);
    }

    /** Somebody who was active in the last seven days; {@code actor} is opaque. */
    public record Person(String actor, long actions, Instant last) {}

    /** A ticket that ended: by which receipt, and how long it had waited. */
    public record Decided(String receipt, String result, Instant at, long waitedSeconds) {}

    /** How the tickets of a day ended. */
    public record ApprovalDay(LocalDate day, long approved, long denied, long expired) {}

    public Figure figure(Metric metric) {
        return figures.stream()
                .filter(figure -> figure.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    /** Where the receipts behind a figure are listed; none where each stands beside what it proves. */
    public List<Drill> drills(Metric metric) {
        return metric.behind().stream()
                .map(behind -> Drill.of(behind, metric, this))
                .toList();
    }

    /** Since when people count as active. */
    public Instant weekAgo() {
        return asOf.minus(Presences.WEEK);
    }

    public LocalDate from() {
        return period.first(asOf);
    }

    /** Nothing was ever done here under policy. */
    public boolean isEmpty() {
        return newest.isEmpty();
    }
}
