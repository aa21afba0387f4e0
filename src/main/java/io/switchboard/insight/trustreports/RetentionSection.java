package io.switchboard.insight.trustreports;

import io.switchboard.insight.assurance.Words;
import io.switchboard.kernel.Sha256;
import io.switchboard.operations.retention.Purge;
import io.switchboard.operations.retention.PurgeState;
import io.switchboard.operations.retention.RetentionActivity;
import io.switchboard.platform.tenancy.Tenant;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How long records are kept, what was purged, and the digests of the manifests that list it. */
@Component
@Order(8)
class RetentionSection implements SectionSource {

    private static final Set<PurgeState> AS_THEY_SHOULD_END =
            Set.of(PurgeState.COMPLETE, PurgeState.LIMIT, PurgeState.HELD);

    private final RetentionActivity activity;

    RetentionSection(RetentionActivity activity) {
        this.activity = activity;
    }

    @Override
    public Section of(Tenant tenant, Span span) {
        var now = activity.ended(tenant.id(), span.from(), span.until());
        var before =
                activity.ended(tenant.id(), span.before().from(), span.before().until());
        var section = Section.of(
                "retention",
                "Retention and purge",
                now.stream().allMatch(purge -> AS_THEY_SHOULD_END.contains(purge.state()))
                        ? Section.State.AS_IT_SHOULD_BE
                        : Section.State.LOOK,
                summary(tenant, now),
                Stream.concat(
                                Stream.of(
                                        count(
                                                "purges",
                                                "Purges",
                                                now,
                                                before,
                                                _ -> 1,
                                                "Purges that ended in the week, each with a signed manifest."),
                                        count(
                                                "purged",
                                                "Records purged",
                                                now,
                                                before,
                                                Purge::purged,
                                                "Records that their manifests list."),
                                        count(
                                                "keys-destroyed",
                                                "Keys destroyed",
                                                now,
                                                before,
                                                Purge::keys,
                                                "Of them, sealed under a key of their own, which is gone; the others were deleted."),
                                        count(
                                                "left",
                                                "Left",
                                                now,
                                                before,
                                                Purge::left,
                                                "Records that were due and still there when a purge ended.")),
                                activity.rules(tenant).stream().map(RetentionSection::rule))
                        .toList());
        return now.isEmpty() ? section : section.with(details(now));
    }

    private String summary(Tenant tenant, List<Purge> now) {
        var kept = activity.rules(tenant).stream()
                .map(rule -> rule.title() + ": " + rule.keep().words())
                .collect(Collectors.joining("; "));
        var purged = now.isEmpty()
                ? "Nothing was purged."
                : Words.count(sum(now, Purge::purged), "record was", "records were") + " purged under "
                        + Words.count(now.size(), "signed manifest.", "signed manifests.");
        return purged + " Kept when this was made: " + kept + "."
                + activity.hold(tenant.id())
                        .map(_ -> " A legal hold stands: nothing is purged.")
                        .orElse("");
    }

    /** What it was a week ago is in the receipts of its changes; this says how it stands. */
    private static Measure rule(RetentionActivity.Rule rule) {
        return new Measure(
                "kept-" + rule.kind(),
                rule.title(),
                new Reading.Said(rule.keep().words()),
                new Reading.NotRecorded(),
                "For how long they are kept, as set when the report was made.");
    }

    private static Measure count(
            String id, String title, List<Purge> now, List<Purge> before, ToLongFunction<Purge> which, String counted) {
        return new Measure(
                id, title, new Reading.Count(sum(now, which)), new Reading.Count(sum(before, which)), counted);
    }

    private static long sum(List<Purge> purges, ToLongFunction<Purge> which) {
        return purges.stream().mapToLong(which).sum();
    }

    private static Details details(List<Purge> purges) {
        return new Details(
                "Purges that ended in the week",
                List.of("Purge", "Records", "Ended", "SHA-256 of the manifest"),
                purges.stream().limit(Details.MOST).map(RetentionSection::row).toList(),
                purges.size());
    }

    private static List<String> row(Purge purge) {
        return List.of(
                purge.id().value(),
                Words.number(purge.purged()) + ", " + Words.number(purge.left()) + " left",
                purge.state().words(),
                purge.manifest().map(Sha256::hex).orElse("none"));
    }
}
