package io.switchboard.operations.administration;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.receipts.SignedReceipt;
import io.switchboard.kernel.LogId;
import io.switchboard.platform.signing.DsseEnvelope;
import io.switchboard.platform.signing.KeyRehearsal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What has to hold before a rotation, checked as an outsider would with the key set to come. The first that does not is a {@link ChangeFailure}. */
final class RehearsalChecks {

    private static final String TYPE = "text/plain";
    private static final byte[] SAMPLE = "rehearsal".getBytes(StandardCharsets.UTF_8);

    private final KeyRehearsal rehearsal;

    RehearsalChecks(KeyRehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    Rehearsed run(Collection<SignedReceipt> receipts) {
        receipts.forEach(this::requireValid);
        return new Rehearsed(
                receipts.size(),
                (int) receipts.stream()
                        .map(receipt -> receipt.envelope().keyId())
                        .distinct()
                        .count(),
                rehearsal.current(),
                rehearsal.successor(),
                samples());
    }

    private void requireValid(SignedReceipt receipt) {
        if (!rehearsal.accepts(receipt.log(), receipt.envelope(), receipt.occurredAt())) {
            throw new ChangeFailure(
                    "receipt-would-not-verify",
                    "Receipt " + receipt.id() + ", signed with key "
                            + receipt.envelope().keyId() + " for " + receipt.occurredAt()
                            + ", would not verify after the rotation. Do not rotate; look whether it verifies now.");
        }
    }

    private List<String> samples() {
        DsseEnvelope with = rehearsal.signWithSuccessor(TYPE, SAMPLE);
        DsseEnvelope old = rehearsal.signWithCurrent(TYPE, SAMPLE);
        Instant start = rehearsal.successor().from();
        Instant end = rehearsal.current().until().orElseThrow();
        return List.of(
                require(true, rehearsal.accepts(with, start), "What the new key signs verifies."),
                require(
                        true,
                        rehearsal.accepts(old, end.minusSeconds(1)),
                        "What the old key signs until the end of the overlap verifies."),
                require(
                        false,
                        rehearsal.accepts(with, start.minusSeconds(1)),
                        "A receipt of the new key that claims an earlier time than the key has is refused."),
                require(
                        false,
                        rehearsal.accepts(old, end),
                        "A receipt of the old key that claims a time after the overlap is refused."),
                require(
                        false,
                        rehearsal.accepts(LogId.random(), with, start),
                        "A receipt of the new key that claims another log is refused."));
    }

    private static String require(boolean wanted, boolean found, String check) {
        if (wanted != found) {
            throw new ChangeFailure(
                    "rehearsal-failed",
                    "This did not hold: " + check + " Do not rotate; tell whoever runs the portal.");
        }
        return check;
    }
}
