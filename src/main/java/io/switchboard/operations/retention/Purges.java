package io.switchboard.operations.retention;

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
import io.switchboard.kernel.PurgeId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Purges what is older than a tenant keeps it. A purge is decided and has its receipt before anything goes; then it takes batch after batch ({@link PurgeRun}), each noted in the transaction that takes
 * it; its end has a receipt that names the digest of its manifest. One that was cut off is taken up again where it was.
 */
@Service
public class Purges {

    public static final ActionId PURGE = new ActionId("retention.purge");
    public static final ActionId DOWNLOAD = new ActionId("retention.download");

    /** How long a dry run may be acted on. */
    public static final Duration DRY_RUN = Duration.ofHours(1);

    static final String RESOURCE = "Purge";

    private final EnforcementPoint enforcement;
    private final RetentionDesk desk;
    private final RetentionRows policies;
    private final PurgeRows rows;
    private final PurgeRun run;
    private final Clock clock;

    Purges(
            EnforcementPoint enforcement,
            RetentionDesk desk,
            RetentionRows policies,
            PurgeRows rows,
            PurgeRun run,
            Clock clock) {
        this.enforcement = enforcement;
        this.desk = desk;
        this.policies = policies;
        this.rows = rows;
        this.run = run;
        this.clock = clock;
    }

    /** A manifest as it was signed. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Manifest(String name, byte[] envelope) {}

    /** Takes what was due as of {@code asOf} under version {@code version} of how records are kept, both as a dry run showed them; answers how that ended. */
    public Enforced<Purge> purge(Caller caller, Instant asOf, int version) {
        var begun = begin(caller, asOf, version);
        if (!(begun instanceof Enforced.Done<Purge> done)) {
            return begun;
        }
        run.finish(caller.tenant(), done.value().id());
        return done.map(purge -> rows.find(caller.tenant(), purge.id()).orElseThrow());
    }

    /** The decision and its receipt; nothing has gone yet. */
    Enforced<Purge> begin(Caller caller, Instant asOf, int version) {
        var id = PurgeId.random();
        return enforcement.perform(action(caller, PURGE, id), () -> {
            var now = now();
            var policy = policies.locked(caller.tenant());
            policy.hold().ifPresent(hold -> {
                throw new ChangeFailure(
                        "legal-hold",
                        "A legal hold stands since " + hold.since().truncatedTo(ChronoUnit.SECONDS)
                                + ", so nothing is purged. Lift it first.");
            });
            rows.running(caller.tenant()).ifPresent(other -> {
                throw new ChangeFailure(
                        "running", "The purge " + other + " is under way. Wait until it has ended, and look again.");
            });
            var standing = desk.standing(caller.tenant(), policy, asOf);
            requireSeen(standing, version, now);
            require(
                    standing.due() > 0 || desk.isCanary(caller.tenant()), // a canary's is there to be asked for
                    "nothing-due",
                    "Nothing is older than it is kept, so there is nothing to purge.");
            var purge = begun(id, caller, standing, now);
            rows.add(caller.tenant(), purge);
            return Effect.of(purge, Subject.atVersion(RESOURCE, id.value(), 0)).withFacts(facts(purge));
        });
    }

    private static void requireSeen(RetentionStanding standing, int version, Instant now) {
        var asOf = standing.asOf();
        require(
                standing.version() == version,
                "changed-meanwhile",
                "How records are kept was changed since the dry run: it was version " + version + ", now it is "
                        + standing.version() + ". Look at what would go again.");
        require(
                !asOf.isAfter(now) && asOf.isAfter(now.minus(DRY_RUN)),
                "stale-dry-run",
                "The dry run is of " + asOf + "; one may be acted on for an hour. Look at what would go again.");
    }

    private static Purge begun(PurgeId id, Caller caller, RetentionStanding standing, Instant now) {
        return new Purge(
                id,
                PurgeState.RUNNING,
                standing.asOf(),
                standing.version(),
                now,
                Optional.empty(),
                caller.actor(),
                standing.kinds().stream()
                        .flatMap(kind -> kind.keep() instanceof Keep.Days days
                                ? Stream.of(new Purge.Kind(
                                        kind.kind(),
                                        days.number(),
                                        kind.before().orElseThrow(),
                                        kind.due().number(),
                                        0,
                                        0,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()))
                                : Stream.empty())
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Map<String, Object> facts(Purge purge) {
        var facts = new HashMap<String, Object>(
                Map.of("asOf", purge.asOf().toString(), "policyVersion", (long) purge.policyVersion()));
        purge.kinds().forEach(kind -> {
            facts.put(kind.kind() + ".due", kind.due());
            facts.put(kind.kind() + ".days", (long) kind.days());
        });
        return facts;
    }

    /** Goes on with what was cut off. */
    void resume(TenantId tenant) {
        rows.running(tenant).ifPresent(id -> run.finish(tenant, id));
    }

    /** By the portal itself: nothing happens where nothing is due or a hold stands. Answers how it ended, where there was a purge. */
    Optional<Enforced<Purge>> purgeDue(TenantId tenant) {
        var standing = desk.standing(tenant, now());
        return standing.policy().hold().isPresent() || standing.due() == 0
                ? Optional.empty()
                : Optional.of(purge(Caller.system(tenant, "retention"), standing.asOf(), standing.version()));
    }

    /** Empty where there is no such purge, or none that has ended. */
    public Optional<Enforced<Manifest>> download(Caller caller, PurgeId id) {
        return rows.find(caller.tenant(), id)
                .filter(purge -> purge.manifest().isPresent())
                .map(purge -> enforcement.perform(action(caller, DOWNLOAD, id), () -> {
                    var envelope = rows.manifest(caller.tenant(), id).orElseThrow();
                    return Effect.of(
                                    new Manifest(purge.fileName(), envelope),
                                    new Subject("Document", purge.fileName(), Sha256.of(envelope)))
                            .withFacts(Map.of("bytes", (long) envelope.length));
                }));
    }

    /** Notes receipts with their rows, in the transaction that leaves them. */
    @EventListener
    void note(ActionReceipted done) {
        if (done.outcome() == Outcome.ALLOWED) {
            ids(done.subjects()).forEach(id -> {
                if (done.action().equals(PURGE)) {
                    rows.receipted(done.tenant(), id, done.receipt());
                } else if (done.action().equals(PurgeRun.COMPLETE)) {
                    rows.endReceipted(done.tenant(), id, done.receipt());
                }
            });
        }
    }

    private static List<PurgeId> ids(List<Subject> subjects) {
        return subjects.stream()
                .filter(subject -> subject.type().equals(RESOURCE))
                .map(subject -> new PurgeId(subject.id()))
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static GovernedAction action(Caller caller, ActionId action, PurgeId id) {
        return GovernedAction.of(caller, action, ResourceRef.of(RESOURCE, id.value()));
    }

    private static void require(boolean condition, String code, String message) {
        if (!condition) {
            throw new ChangeFailure(code, message);
        }
    }
}
