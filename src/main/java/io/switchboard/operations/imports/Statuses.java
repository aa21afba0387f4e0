package io.switchboard.operations.imports;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.Receipt;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** An import's status from the start of a governed action to its end, whichever way it ends. */
@Component
class Statuses {

    private final Imports imports;

    Statuses(Imports imports) {
        this.imports = imports;
    }

    /** The step of a change that only one of two attempts makes. */
    void claim(ImportPlan plan, ImportStatus from, ImportStatus to) {
        if (!imports.move(plan, from, to)) {
            throw new ChangeFailure(
                    "interrupted", "The import was ended by another attempt. Look at its page before trying again.");
        }
    }

    static ChangeFailure wrong(ImportPlan plan, String wanted) {
        var code = switch (plan.status()) {
            case COMMITTING -> "already-committing";
            case COMMITTED -> "already-committed";
            case EXPIRED -> "expired-plan";
            case STALE -> "stale-plan";
            default -> "wrong-status";
        };
        return new ChangeFailure(
                code,
                "The import is " + plan.status().wire() + ", so it cannot be " + wanted
                        + ". Upload the file again for a new plan.");
    }

    Enforced<ImportPlan> settled(ImportPlan plan, Enforced<ImportPlan> ended) {
        switch (ended) {
            case Enforced.Done<ImportPlan> _ -> {}
            case Enforced.Refused<ImportPlan> refused -> refused(plan, refused);
            case Enforced.Failed<ImportPlan> failed -> failed(plan, failed);
        }
        return refreshed(plan, ended);
    }

    private void refused(ImportPlan plan, Enforced.Refused<ImportPlan> refused) {
        imports.move(plan, ImportStatus.PLANNING, ImportStatus.UPLOADED);
        imports.move(plan, ImportStatus.COMMITTING, ImportStatus.PLANNED);
        var reasons = refused.decision().reasons().stream()
                .map(reason -> reason.why() + " " + reason.help())
                .collect(Collectors.joining(" "));
        record(plan, refused.receipt(), "Not allowed. " + reasons);
    }

    private void failed(ImportPlan plan, Enforced.Failed<ImportPlan> failed) {
        imports.move(plan, ImportStatus.PLANNING, ImportStatus.FAILED);
        imports.move(plan, ImportStatus.COMMITTING, afterFailedCommit(failed.failure()));
        record(plan, failed.receipt(), failed.failure().explanation());
    }

    private static ImportStatus afterFailedCommit(ChangeFailure failure) {
        return switch (failure.code()) {
            case "stale-plan" -> ImportStatus.STALE;
            case "unknown-row", "conflicts" -> ImportStatus.PLANNED;
            default -> ImportStatus.FAILED;
        };
    }

    private Enforced<ImportPlan> refreshed(ImportPlan plan, Enforced<ImportPlan> ended) {
        return ended.map(value -> imports.find(plan.tenant(), plan.id()).orElse(value));
    }

    private void record(ImportPlan plan, Receipt receipt, String failure) {
        imports.refused(plan, receipt.id(), receipt.decision(), failure);
    }
}
