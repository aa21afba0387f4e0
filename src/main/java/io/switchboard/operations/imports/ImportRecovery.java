package io.switchboard.operations.imports;

import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptDraft;
import io.switchboard.control.receipts.Receipts;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.platform.observability.Correlations;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * After a node was killed: a dry run starts over, since it changes nothing; a commit that did not end changed nothing either, because it is one
 * transaction, and is marked as failed with a receipt that says so.
 */
@Component
class ImportRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRecovery.class);
    /** Beats come every five seconds; who misses four is gone. */
    private static final Duration DEAD = Duration.ofSeconds(20);

    private static final String REASON =
            "The portal or its database went away in the middle of the commit. Nothing of it was applied. Upload the file again for a new plan.";

    private final Imports imports;
    private final Planning planning;
    private final Receipts receipts;
    private final Correlations correlations;
    private final InFlight inFlight;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ImportRecovery(
            Imports imports,
            Planning planning,
            Receipts receipts,
            Correlations correlations,
            InFlight inFlight,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.planning = planning;
        this.receipts = receipts;
        this.correlations = correlations;
        this.inFlight = inFlight;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    void recover() {
        var now = clock.instant();
        for (var plan : imports.abandoned(now.minus(DEAD))) {
            if (!inFlight.has(plan) && imports.takeOver(plan, now.minus(DEAD), now)) {
                recover(plan);
            }
        }
    }

    private void recover(ImportPlan plan) {
        LOG.warn(
                "Import {} was {} when the node that worked on it ended",
                plan.id(),
                plan.status().wire());
        if (plan.status() == ImportStatus.COMMITTING) {
            transaction.executeWithoutResult(status -> interrupted(plan));
        } else {
            planning.resume(plan);
        }
    }

    private void interrupted(ImportPlan plan) {
        if (imports.move(plan, ImportStatus.COMMITTING, ImportStatus.FAILED)) {
            var receipt = receipts.append(new ReceiptDraft(
                    plan.tenant(),
                    Actor.system("import-recovery"),
                    new ActionId("imports.commit"),
                    Outcome.FAILED,
                    Optional.empty(),
                    correlations.current(),
                    plan.receipt(),
                    Optional.of("restart"),
                    List.of(),
                    List.of(new Subject(
                            "import", plan.id().value(), plan.source().digest())),
                    Map.of("code", "interrupted"),
                    Map.of()));
            imports.refused(plan, receipt.id(), Optional.empty(), REASON);
        }
    }
}
