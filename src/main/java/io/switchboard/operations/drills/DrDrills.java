package io.switchboard.operations.drills;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.signing.KeyUse;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Runs drills, governed: one at a time, each with one receipt and one signed statement, also where it failed. One whose portal was killed is recorded as failed before the next begins. */
@Service
public class DrDrills {

    public static final ActionId RUN = new ActionId("drills.run");

    static final String DRILL = "DrDrill";

    /** A running drill says so more often; one that has not for so long was interrupted. */
    static final Duration SILENCE = Duration.ofMinutes(5);

    private static final Duration BEAT = Duration.ofSeconds(20);

    private final EnforcementPoint enforcement;
    private final DrillDesk desk;
    private final DrillRows rows;
    private final DrillSettings settings;
    private final DataSource live;
    private final Tenants tenants;
    private final KeyRing keys;
    private final Clock clock;
    private final DrillRun.AfterRestore afterRestore;

    @Autowired
    DrDrills(
            EnforcementPoint enforcement,
            DrillDesk desk,
            DrillRows rows,
            DrillSettings settings,
            DataSource live,
            Tenants tenants,
            KeyRing keys,
            Clock clock) {
        this(enforcement, desk, rows, settings, live, tenants, keys, clock, _ -> {});
    }

    DrDrills(
            EnforcementPoint enforcement,
            DrillDesk desk,
            DrillRows rows,
            DrillSettings settings,
            DataSource live,
            Tenants tenants,
            KeyRing keys,
            Clock clock,
            DrillRun.AfterRestore afterRestore) {
        this.enforcement = enforcement;
        this.desk = desk;
        this.rows = rows;
        this.settings = settings;
        this.live = live;
        this.tenants = tenants;
        this.keys = keys;
        this.clock = clock;
        this.afterRestore = afterRestore;
    }

    /** Takes as long as the backup, the restore and the check do. */
    public Enforced<Drill> run(Caller caller) {
        settleInterrupted(caller);
        var attempt = new Attempt(caller, DrillId.random(), now());
        try {
            var ended = enforcement.perform(action(caller, attempt.id), attempt::effect);
            attempt.end(Optional.of(ended.receipt().id()));
            return ended.map(_ -> attempt.drill(Optional.of(ended.receipt().id())));
        } catch (RuntimeException e) {
            attempt.failed("internal-error", "The drill ended with a fault of the portal. Look into its log.");
            attempt.end(Optional.empty());
            throw e;
        }
    }

    private static GovernedAction action(Caller caller, DrillId id) {
        return GovernedAction.of(caller, RUN, ResourceRef.of(DRILL, id.value()));
    }

    /** With a receipt of its own; whoever may not run a drill does not get here. */
    private void settleInterrupted(Caller caller) {
        if (desk.mayRun(caller)) {
            rows.silentSince(caller.tenant(), now().minus(SILENCE)).ifPresent(drill -> {
                var sentence = "The portal was stopped while the drill ran, so nothing is known of the restore.";
                var ended = enforcement.<Drill>perform(action(caller, drill.id()), () -> {
                    throw new ChangeFailure("interrupted", sentence);
                });
                var after = new Drill(
                        drill.id(),
                        drill.startedAt(),
                        drill.by(),
                        Drill.State.FAILED,
                        Optional.of(now()),
                        Optional.of("interrupted"),
                        Optional.of(sentence),
                        drill.figures(),
                        Optional.of(ended.receipt().id()));
                rows.end(caller.tenant(), after, signed(caller.tenant(), after, Optional.empty(), List.of()));
            });
        }
    }

    private byte[] signed(TenantId tenant, Drill drill, Optional<String> backup, List<TableSum> sums) {
        var log = tenants.find(tenant).map(Tenant::log).orElseThrow().value();
        return keys.sign(
                        tenant,
                        KeyUse.RECEIPT,
                        DrillStatement.PAYLOAD_TYPE,
                        DrillStatement.of(drill, log, backup, sums))
                .bytes();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** One drill on its way. */
    private final class Attempt {

        private final Caller caller;
        private final DrillId id;
        private final Instant startedAt;
        private Instant lastBeat;
        private Instant endedAt;
        private boolean begun;
        private Optional<DrillRun> run = Optional.empty();
        private Optional<String> failure = Optional.empty();
        private Optional<String> explanation = Optional.empty();
        private Optional<byte[]> statement = Optional.empty();

        Attempt(Caller caller, DrillId id, Instant startedAt) {
            this.caller = caller;
            this.id = id;
            this.startedAt = startedAt;
            this.lastBeat = startedAt;
            this.endedAt = startedAt;
        }

        Effect<DrillId> effect() {
            var server = requireServer();
            begin();
            var drilling = new DrillRun(live, server, clock, afterRestore, this::beat);
            run = Optional.of(drilling);
            try {
                drilling.run(id, rows.ended(caller.tenant()));
            } catch (DrillFault e) {
                failed(e.code(), e.sentence());
                throw new ChangeFailure(e.code(), e.sentence(), facts());
            }
            endedAt = now();
            return Effect.of(
                            id,
                            Subject.atVersion(DRILL, id.value(), 1),
                            new Subject("Document", id + ".dsse.json", Sha256.of(statement())))
                    .withFacts(facts());
        }

        private DrillServer requireServer() {
            if (!desk.isHere(caller.tenant())) {
                throw new ChangeFailure("not-here", "Drills belong to the tenant platform. Sign in there.");
            }
            return settings.server()
                    .orElseThrow(
                            () -> new ChangeFailure(
                                    "no-drill-server",
                                    "No drill server is named, so there is nothing to restore to. Set SWITCHBOARD_DRILL_URL to a MariaDB that is not the live one."));
        }

        private void begin() {
            try {
                rows.begin(caller.tenant(), drill(Optional.empty()));
                begun = true;
            } catch (DuplicateKeyException e) {
                throw new ChangeFailure(
                        "already-running",
                        "A drill is running already. Wait until it has ended, and look at what it found.");
            }
        }

        private void beat() {
            var now = clock.instant();
            if (lastBeat.plus(BEAT).isBefore(now)) {
                lastBeat = now;
                rows.beat(caller.tenant(), id, now);
            }
        }

        void failed(String code, String sentence) {
            endedAt = now();
            failure = Optional.of(code);
            explanation = Optional.of(sentence);
        }

        /** After the receipt: a portal that is killed in between leaves a drill that counts as interrupted, never one that passed. */
        void end(Optional<ReceiptId> receipt) {
            if (begun) {
                rows.end(caller.tenant(), drill(receipt), statement());
            }
        }

        private byte[] statement() {
            var bytes = statement.orElseGet(() -> signed(
                    caller.tenant(),
                    drill(Optional.empty()),
                    run.flatMap(DrillRun::digest),
                    run.map(DrillRun::sums).orElse(Collections.emptyList())));
            statement = Optional.of(bytes);
            return bytes;
        }

        private DrillFigures figures() {
            return run.map(DrillRun::figures).orElse(DrillFigures.NONE);
        }

        private Map<String, Object> facts() {
            var figures = figures();
            var facts = new HashMap<String, Object>();
            facts.put("tables", (long) figures.tables());
            facts.put("rows", figures.rows());
            facts.put("logs", (long) figures.logs());
            facts.put("entries", figures.entries());
            figures.rto().ifPresent(rto -> facts.put("rtoMillis", rto.toMillis()));
            figures.rpo().ifPresent(rpo -> facts.put("rpoMillis", rpo.toMillis()));
            figures.lost().ifPresent(lost -> facts.put("receiptsLost", lost));
            return facts;
        }

        Drill drill(Optional<ReceiptId> receipt) {
            return new Drill(
                    id,
                    startedAt,
                    caller.actor(),
                    failure.isPresent() ? Drill.State.FAILED : Drill.State.PASSED,
                    Optional.of(endedAt),
                    failure,
                    explanation,
                    figures(),
                    receipt);
        }
    }
}
