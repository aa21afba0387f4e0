package io.switchboard.insight.reliability;

import static io.switchboard.insight.reliability.Objectives.require;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.incidents.Incident;
import io.switchboard.operations.incidents.Incidents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Puts on record what response times are compared with, governed. Figures are computed here, from the incidents of the named period; a later baseline takes the place of the one before, which is kept. */
@Service
public class Baselines {

    public static final ActionId RECORD = new ActionId("reliability.record-baseline");

    static final String BASELINE = "Baseline";

    /** A period has at most so many days. */
    static final int MOST_DAYS = 366;

    /** More incidents than this are not read. */
    static final int MOST_INCIDENTS = 10_000;

    private final EnforcementPoint enforcement;
    private final Incidents incidents;
    private final BaselineRows rows;
    private final Clock clock;

    Baselines(EnforcementPoint enforcement, Incidents incidents, BaselineRows rows, Clock clock) {
        this.enforcement = enforcement;
        this.incidents = incidents;
        this.rows = rows;
        this.clock = clock;
    }

    /** Of the incidents opened from the day {@code from} to the day {@code to}, both included, in UTC. */
    public Enforced<Baseline> record(Caller caller, LocalDate from, LocalDate to) {
        return enforcement
                .perform(GovernedAction.of(caller, RECORD, ResourceRef.of(BASELINE, "response-times")), () -> {
                    requirePeriod(from, to);
                    var baseline = baseline(caller, from, to);
                    try {
                        rows.add(caller.tenant(), baseline);
                    } catch (DuplicateKeyException e) {
                        throw new ChangeFailure(
                                "changed-meanwhile",
                                "Another baseline was recorded at the same moment. Look at it first.");
                    }
                    return effect(baseline);
                })
                .map(done -> rows.current(caller.tenant())
                        .filter(noted -> noted.number() == done.number())
                        .orElse(done)); // with its receipt
    }

    private void requirePeriod(LocalDate from, LocalDate to) {
        require(
                !to.isBefore(from) && ChronoUnit.DAYS.between(from, to) < MOST_DAYS,
                "bad-period",
                "A period has 1 to " + MOST_DAYS + " days, the first not after the last. Choose others.");
        require(
                !to.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                "not-over",
                "The period ends in the future. Choose a last day that has begun.");
    }

    private Baseline baseline(Caller caller, LocalDate from, LocalDate to) {
        var types = TypeTimes.of(opened(caller.tenant(), from, to));
        require(
                types.getFirst().mttm().of() > 0,
                "nothing-mitigated",
                "Of " + types.getFirst().incidents()
                        + " incidents opened in this period none was mitigated or resolved. Choose a period in which some were.");
        return new Baseline(
                rows.nextNumber(caller.tenant()),
                from,
                to,
                types,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.actor(),
                Optional.empty());
    }

    private List<Incident> opened(TenantId tenant, LocalDate from, LocalDate to) {
        var found = incidents.openedBetween(tenant, start(from), start(to.plusDays(1)), MOST_INCIDENTS + 1);
        require(
                found.size() <= MOST_INCIDENTS,
                "too-many-incidents",
                "More than " + MOST_INCIDENTS + " incidents were opened in this period. Choose a shorter one.");
        return found;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Effect<Baseline> effect(Baseline baseline) {
        var all = baseline.types().getFirst();
        Map<String, Object> facts = new HashMap<>(Map.of(
                "from",
                baseline.from().toString(),
                "to",
                baseline.to().toString(),
                "incidents",
                (long) all.incidents(),
                "mitigated",
                (long) all.mttm().of(),
                "types",
                (long) baseline.types().size() - 1));
        all.mttm().value().map(Duration::toSeconds).ifPresent(seconds -> facts.put("mttmSeconds", seconds));
        all.mtta().value().map(Duration::toSeconds).ifPresent(seconds -> facts.put("mttaSeconds", seconds));
        return Effect.of(baseline, Subject.atVersion(BASELINE, String.valueOf(baseline.number()), 1))
                .withFacts(facts);
    }

    /** Notes the receipt with the baseline, in the transaction that leaves it. */
    @EventListener
    void note(ActionReceipted done) {
        if (done.outcome() == Outcome.ALLOWED && done.action().equals(RECORD)) {
            done.subjects().stream()
                    .filter(subject -> subject.type().equals(BASELINE))
                    .forEach(subject -> rows.receipted(done.tenant(), Integer.parseInt(subject.id()), done.receipt()));
        }
    }
}
