package io.switchboard.insight.isolation;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.Subject;
import io.switchboard.insight.isolation.Probe.Verdict;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Base32;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.incidents.IncidentChanges;
import io.switchboard.operations.incidents.Severity;
import io.switchboard.platform.tenancy.PlatformTenant;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Runs the probes, and leaves one receipt for each run in the log of the tenant {@code platform}: allowed where everything was refused, failed with {@code leak} or {@code not-covered} elsewhere. It names the
 * digest of the matrix. What was asked is asked outside of any transaction.
 */
@Service
public class IsolationProbes {

    public static final ActionId PROBE = new ActionId("isolation.probe");

    static final String RESOURCE = "ProbeRun";

    private static final Logger LOG = LoggerFactory.getLogger(IsolationProbes.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration EVERY = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(400);
    private static final int ID_BYTES = 10;

    private final EnforcementPoint enforcement;
    private final PolicyDecisionPoint policy;
    private final CanaryTenants canaries;
    private final CanaryThings things;
    private final Probing probing;
    private final ReceiptQuery receipts;
    private final IncidentChanges incidents;
    private final ProbeRunRows rows;
    private final PlatformTenant platform;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();

    IsolationProbes(
            EnforcementPoint enforcement,
            PolicyDecisionPoint policy,
            CanaryTenants canaries,
            CanaryThings things,
            Probing probing,
            ReceiptQuery receipts,
            IncidentChanges incidents,
            ProbeRunRows rows,
            PlatformTenant platform,
            Clock clock) {
        this.enforcement = enforcement;
        this.policy = policy;
        this.canaries = canaries;
        this.things = things;
        this.probing = probing;
        this.receipts = receipts;
        this.incidents = incidents;
        this.rows = rows;
        this.platform = platform;
        this.clock = clock;
    }

    /** Whether one is under way on this node. */
    public boolean isRunning() {
        return running.get();
    }

    /** Advice for the page: whether to offer it. */
    public boolean may(Caller caller) {
        return policy.wouldAllow(action(caller, "next").request());
    }

    /** By the portal itself, where there is a platform and the last run is a day old. */
    void probeIfDue() {
        platform.find()
                .filter(tenant -> rows.last(tenant.id(), clock.instant().plusSeconds(1))
                        .filter(last -> last.endedAt().isAfter(clock.instant().minus(EVERY)))
                        .isEmpty())
                .ifPresent(tenant -> probe(Caller.system(tenant.id(), "isolation")));
    }

    /** Takes as long as some hundred requests. The run is kept however it ends, unless it is refused. */
    public Enforced<ProbeRun> probe(Caller caller) {
        var id = "prb_" + Base32.encode(random());
        if (!here(caller) || !policy.wouldAllow(action(caller, id).request())) {
            return enforcement.perform(action(caller, id), () -> {
                throw new ChangeFailure("not-here", "The probes belong to the tenant platform. Sign in there.");
            });
        }
        if (!running.compareAndSet(false, true)) {
            return enforcement.perform(action(caller, id), () -> {
                throw new ChangeFailure("running", "The canaries are at it already. Look again in a minute.");
            });
        }
        try {
            return ended(caller, id, now(), probed());
        } finally {
            running.set(false);
        }
    }

    private boolean here(Caller caller) {
        return platform.find()
                .filter(tenant -> tenant.id().equals(caller.tenant()))
                .isPresent();
    }

    private Matrix probed() {
        var both = canaries.both();
        var probes = new ArrayList<>(probed(both.getFirst(), both.getLast()));
        probes.addAll(probed(both.getLast(), both.getFirst()));
        return new Matrix(probes);
    }

    private List<Probe> probed(Canary prober, Canary owner) {
        var from = now();
        var seen = probing.probe(prober, owner);
        things.forget(owner.owner(), seen.missing());
        var probes = new ArrayList<>(seen.probes());
        probes.add(traces(prober, owner, from));
        return probes;
    }

    /** Whether anything that the prober did is in the other's log. */
    private Probe traces(Canary prober, Canary owner, Instant from) {
        var by = new ReceiptFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(prober.client().actor().id()),
                Optional.of(from),
                Optional.empty(),
                Optional.empty());
        long left = receipts.list(owner.tenant().id(), by, Optional.empty(), 1).total();
        return new Probe(
                prober.slug(),
                Probe.ANY,
                "the other’s log",
                "no receipt of what this one did",
                left == 0 ? "none" : left + " receipts",
                left == 0 ? Verdict.REFUSED : Verdict.LEAK);
    }

    private Enforced<ProbeRun> ended(Caller caller, String id, Instant startedAt, Matrix matrix) {
        int leaks = matrix.count(Verdict.LEAK);
        int uncovered = matrix.count(Verdict.NOT_COVERED);
        var ended = enforcement.<Matrix>perform(action(caller, id), () -> {
            if (leaks > 0) {
                throw new ChangeFailure("leak", leakWords(matrix), facts(matrix));
            }
            if (uncovered > 0) {
                throw new ChangeFailure("not-covered", uncoveredWords(matrix), facts(matrix));
            }
            return Effect.of(matrix, new Subject(RESOURCE, id, matrix.digest())).withFacts(facts(matrix));
        });
        var run = new ProbeRun(
                id,
                startedAt,
                now(),
                matrix.doors(),
                matrix.count(Verdict.REFUSED),
                leaks,
                uncovered,
                ended.receipt().id());
        rows.add(caller.tenant(), run, matrix);
        rows.forget(caller.tenant(), run.endedAt().minus(KEPT));
        if (leaks > 0) {
            raise(caller, matrix, run.receipt());
        }
        return ended.map(_ -> run);
    }

    private void raise(Caller caller, Matrix matrix, ReceiptId receipt) {
        LOG.error("A canary found what is not its own: {}", leakWords(matrix));
        var opened = incidents.open(
                Caller.system(caller.tenant(), "isolation"),
                new IncidentChanges.Opening(
                        "Isolation: a canary tenant found what is another’s",
                        Severity.parse("critical"),
                        Optional.of("isolation"),
                        leakWords(matrix),
                        Optional.of(receipt)));
        if (!(opened instanceof Enforced.Done<?>)) {
            LOG.error("No incident could be opened for the leak; the receipt of the run is {}", receipt);
        }
    }

    private static String leakWords(Matrix matrix) {
        return words(matrix, Verdict.LEAK, " let a canary at what is the other’s: ", "Treat it as an incident.");
    }

    private static String uncoveredWords(Matrix matrix) {
        return words(
                matrix,
                Verdict.NOT_COVERED,
                " could not be judged: ",
                "Look at the matrix; give the canaries what the address names.");
    }

    private static String words(Matrix matrix, Verdict verdict, String what, String next) {
        var those = matrix.probes().stream()
                .filter(probe -> probe.verdict() == verdict)
                .map(probe -> probe.method() + " " + probe.door())
                .distinct()
                .toList();
        return those.size()
                + (those.size() == 1 ? " door" : " doors")
                + what
                + String.join(", ", those.subList(0, Math.min(5, those.size())))
                + (those.size() > 5 ? " and others. " : ". ")
                + next;
    }

    private static Map<String, Object> facts(Matrix matrix) {
        return Map.of(
                "routes", (long) matrix.doors(),
                "probes", (long) matrix.probes().size(),
                "refused", (long) matrix.count(Verdict.REFUSED),
                "leaks", (long) matrix.count(Verdict.LEAK),
                "uncovered", (long) matrix.count(Verdict.NOT_COVERED),
                "matrix", matrix.digest().hex());
    }

    private static GovernedAction action(Caller caller, String id) {
        return GovernedAction.of(caller, PROBE, ResourceRef.of(RESOURCE, id));
    }

    private static byte[] random() {
        var bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
