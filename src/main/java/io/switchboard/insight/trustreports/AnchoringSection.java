package io.switchboard.insight.trustreports;

import io.switchboard.control.receipts.LogActivity;
import io.switchboard.control.receipts.LogActivity.Activity;
import io.switchboard.control.receipts.LogStatus;
import io.switchboard.control.receipts.TransparencyLog;
import io.switchboard.insight.assurance.Words;
import io.switchboard.platform.tenancy.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How the log grew, was signed, attested by an outside authority, and recomputed. */
@Component
@Order(6)
class AnchoringSection implements SectionSource {

    private final LogActivity activity;
    private final TransparencyLog log;

    AnchoringSection(LogActivity activity, TransparencyLog log) {
        this.activity = activity;
        this.log = log;
    }

    @Override
    public Section of(Tenant tenant, Span span) {
        var now = activity.of(tenant.id(), span.from(), span.until());
        var last = span.before();
        var before = activity.of(tenant.id(), last.from(), last.until());
        var status = log.status(tenant.id());
        return Section.of(
                "transparency-log",
                "Transparency log and anchoring",
                state(status),
                summary(now, status),
                List.of(
                        count(
                                "entries",
                                "Entries",
                                now,
                                before,
                                Activity::size,
                                "Receipts under the last checkpoint of the time."),
                        count("added", "Added", now, before, Activity::added, "Entries that came in the time."),
                        count(
                                "checkpoints",
                                "Checkpoints signed",
                                now,
                                before,
                                Activity::checkpoints,
                                "Signed tree heads (C2SP checkpoints)."),
                        count(
                                "timestamps",
                                "Timestamps",
                                now,
                                before,
                                Activity::timestamps,
                                "Attestations of a checkpoint by a timestamp authority (RFC 3161)."),
                        new Measure(
                                "anchored",
                                "Anchored",
                                Reading.share(Math.min(now.anchored(), now.size()), now.size()),
                                Reading.share(Math.min(before.anchored(), before.size()), before.size()),
                                "Entries at the end of the time under a checkpoint that an authority had attested by then."),
                        new Measure(
                                "recomputed",
                                "Last recomputation",
                                checked(status),
                                new Reading.NotRecorded(),
                                "What the last check of the whole log from the ground up came to; only the latest is kept.")));
    }

    private static Section.State state(Optional<LogStatus> status) {
        boolean trouble = status.filter(it -> it.halted().isPresent()
                        || it.check().flatMap(LogStatus.Check::difference).isPresent()
                        || it.anchoring().problem().isPresent())
                .isPresent();
        return trouble ? Section.State.LOOK : Section.State.AS_IT_SHOULD_BE;
    }

    private static String summary(Activity now, Optional<LogStatus> status) {
        return Words.count(now.added(), "entry was", "entries were") + " added under "
                + Words.count(now.checkpoints(), "checkpoint", "checkpoints") + "; "
                + (now.authorities().isEmpty()
                        ? "no authority attested one."
                        : Words.count(now.timestamps(), "timestamp", "timestamps") + " by "
                                + String.join(", ", now.authorities()) + ".")
                + status.flatMap(LogStatus::halted)
                        .map(why -> " Nothing more is signed: " + why)
                        .orElse("");
    }

    private static Reading checked(Optional<LogStatus> status) {
        return status.flatMap(LogStatus::check)
                .<Reading>map(check -> new Reading.Said(
                        check.difference().orElse(Words.number(check.entries()) + " entries, as it should be")))
                .orElseGet(Reading.NotRecorded::new);
    }

    private static Measure count(
            String id, String title, Activity now, Activity before, ToLongFunction<Activity> which, String counted) {
        return new Measure(
                id,
                title,
                new Reading.Count(which.applyAsLong(now)),
                new Reading.Count(which.applyAsLong(before)),
                counted);
    }
}
