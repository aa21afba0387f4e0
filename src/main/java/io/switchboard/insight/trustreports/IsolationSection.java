package io.switchboard.insight.trustreports;

import io.switchboard.insight.assurance.Words;
import io.switchboard.insight.isolation.IsolationHealth;
import io.switchboard.insight.isolation.ProbeRun;
import io.switchboard.platform.tenancy.Tenant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How the canary tenants' probes of each other went: the same for every tenant, since the walls are. */
@Component
@Order(9)
class IsolationSection implements SectionSource {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final IsolationHealth health;

    IsolationSection(IsolationHealth health) {
        this.health = health;
    }

    @Override
    public Section of(Tenant tenant, Span span) {
        var now = health.between(span.from(), span.until());
        var before = health.between(span.before().from(), span.before().until());
        var last = health.last(span.until());
        return Section.of(
                "isolation",
                "Isolation health",
                state(last, span),
                last.map(run -> summary(run, span)).orElse("The canary tenants have not probed each other yet."),
                List.of(
                        count("probe-runs", "Runs of the probes", now, before, _ -> 1, "Runs that ended in the week."),
                        count(
                                "probes",
                                "Probes",
                                now,
                                before,
                                ProbeRun::probes,
                                "Requests of one canary tenant for the other’s things, at every address of the portal."),
                        count(
                                "refused",
                                "Refused",
                                now,
                                before,
                                ProbeRun::refused,
                                "Of them, refused as they should be."),
                        count(
                                "leaks",
                                "Leaks",
                                now,
                                before,
                                ProbeRun::leaks,
                                "Of them, answered with what is the other’s."),
                        count(
                                "uncovered",
                                "Not covered",
                                now,
                                before,
                                ProbeRun::uncovered,
                                "Of them, not to be judged: nothing to ask for, or an answer that says neither.")));
    }

    private static Section.State state(Optional<ProbeRun> last, Span span) {
        return last.map(run -> run.isGreen() && !run.isStale(span.until())
                        ? Section.State.AS_IT_SHOULD_BE
                        : Section.State.LOOK)
                .orElse(Section.State.NOT_RECORDED);
    }

    private static String summary(ProbeRun run, Span span) {
        return "In the last run, of " + MOMENT.format(run.endedAt())
                + ", two canary tenants asked for each other’s things at "
                + Words.count(run.doors(), "address", "addresses") + ": "
                + Words.count(run.probes(), "probe", "probes") + ", "
                + Words.number(run.refused()) + " refused, " + Words.count(run.leaks(), "leak", "leaks") + ", "
                + Words.number(run.uncovered()) + " not covered."
                + (run.isStale(span.until()) ? " That is more than two days before the end of this report." : "");
    }

    /** Before the first run nothing is known of a week, and a week without a run has none to count. */
    private static Measure count(
            String id,
            String title,
            List<ProbeRun> now,
            List<ProbeRun> before,
            ToLongFunction<ProbeRun> which,
            String counted) {
        return new Measure(id, title, reading(now, which), reading(before, which), counted);
    }

    private static Reading reading(List<ProbeRun> runs, ToLongFunction<ProbeRun> which) {
        return runs.isEmpty()
                ? new Reading.NotRecorded()
                : new Reading.Count(runs.stream().mapToLong(which).sum());
    }
}
