package io.switchboard.operations.imports.schedules;

import io.switchboard.kernel.ReceiptId;
import java.util.Optional;

/** How a run ended, and what it leaves to be compared with by the next. */
record Ended(
        RunOutcome outcome, String code, String sentence, Optional<ReceiptId> receipt, Optional<RunRows.Seen> seen) {

    static Ended failed(String code, String sentence) {
        return new Ended(RunOutcome.FAILED, code, sentence, Optional.empty(), Optional.empty());
    }

    static Ended failed(String code, String sentence, ReceiptId receipt) {
        return new Ended(RunOutcome.FAILED, code, sentence, Optional.of(receipt), Optional.empty());
    }

    static Ended refused(String sentence, ReceiptId receipt) {
        return new Ended(RunOutcome.REFUSED, "not-allowed", sentence, Optional.of(receipt), Optional.empty());
    }

    static Ended unchanged(String sentence) {
        return new Ended(RunOutcome.UNCHANGED, "", sentence, Optional.empty(), Optional.empty());
    }

    static Ended done(RunOutcome outcome, String sentence, ReceiptId receipt, RunRows.Seen seen) {
        return new Ended(outcome, "", sentence, Optional.of(receipt), Optional.of(seen));
    }
}
