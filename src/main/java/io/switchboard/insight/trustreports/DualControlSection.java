package io.switchboard.insight.trustreports;

import io.switchboard.control.approvals.DualControl;
import io.switchboard.control.approvals.DualControl.Adherence;
import io.switchboard.insight.assurance.Words;
import io.switchboard.platform.tenancy.Tenant;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What needed somebody else's yes, and whether each that went through had it. */
@Component
@Order(4)
class DualControlSection implements SectionSource {

    private final DualControl control;

    DualControlSection(DualControl control) {
        this.control = control;
    }

    @Override
    public Section of(Tenant tenant, Span span) {
        var now = control.of(tenant.id(), span.from(), span.until(), span.asOf());
        var last = span.before();
        var before = control.of(tenant.id(), last.from(), last.until(), span.asOf());
        return Section.of(
                "dual-control",
                "Dual control",
                now.sound() == now.used() ? Section.State.AS_IT_SHOULD_BE : Section.State.LOOK,
                summary(now),
                List.of(
                        new Measure(
                                "adherence",
                                "Adherence",
                                Reading.share(now.sound(), now.used()),
                                Reading.share(before.sound(), before.used()),
                                "Approvals that were used and rest on their quorum of approvals, none of them by whoever asked, and no denial; recounted from the votes."),
                        count("asked", "Asked for", now, before, Adherence::asked, "Tickets asked for in the week."),
                        count(
                                "used",
                                "Went through",
                                now,
                                before,
                                Adherence::used,
                                "Of them, approved and done since."),
                        count(
                                "approved",
                                "Approved",
                                now,
                                before,
                                Adherence::approved,
                                "Of them, approved and not yet done."),
                        count("refused", "Denied", now, before, Adherence::denied, "Of them, denied by an approver."),
                        count(
                                "expired",
                                "Expired",
                                now,
                                before,
                                Adherence::expired,
                                "Of them, past the deadline without a decision or without being used, which means no."),
                        count("open", "Open", now, before, Adherence::open, "Of them, still waiting.")));
    }

    private static String summary(Adherence now) {
        if (now.used() == 0) {
            return now.asked() == 0
                    ? "No approval was asked for."
                    : Words.count(now.asked(), "approval was asked for", "approvals were asked for")
                            + "; nothing went through yet.";
        }
        return now.sound() == now.used()
                ? "Everything that needed an approval and went through had it from somebody else."
                : Words.number(now.used() - now.sound()) + " of "
                        + Words.count(now.used(), "approval that was used", "approvals that were used")
                        + " cannot be recounted from the votes.";
    }

    private static Measure count(
            String id, String title, Adherence now, Adherence before, ToLongFunction<Adherence> which, String counted) {
        return new Measure(
                id,
                title,
                new Reading.Count(which.applyAsLong(now)),
                new Reading.Count(which.applyAsLong(before)),
                counted);
    }
}
