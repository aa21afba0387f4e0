package io.switchboard.operations.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Role;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private final RetentionKit kit = new RetentionKit();

    @Test
    void keepsAsLongAsTheTenantKeepsRecordsUntilItSaysOtherwise() {
        var before = kit.desk.standing(kit.ada()).kinds().getFirst();
        assertThat(before.keep()).isEqualTo(new Keep.Days(365));
        assertThat(before.isSet()).isFalse();
        var set = kit.retention.set(kit.ada(), keep(Optional.of(new Keep.Forever())), 0);
        assertThat(set).isInstanceOf(Enforced.Done.class);
        assertThat(kit.desk.standing(kit.ada()).kinds().getFirst().keep()).isEqualTo(new Keep.Forever());
        assertThat(kit.desk
                        .standing(kit.caller(kit.globex, Role.PARTNER_ADMIN))
                        .kinds()
                        .getFirst()
                        .keep())
                .as("another tenant's")
                .isEqualTo(new Keep.Days(365));
        kit.retention.set(kit.ada(), keep(Optional.empty()), 1);
        assertThat(kit.desk.standing(kit.ada()).kinds().getFirst().isSet()).isFalse();
    }

    @Test
    void theReceiptSaysWhatItWasAndWhatItIs() {
        var set = kit.retention.set(kit.ada(), keep(Optional.of(new Keep.Days(90))), 0);
        var payload = kit.kit
                .query()
                .detail(kit.acme, set.receipt().id())
                .orElseThrow()
                .payload()
                .toString();
        assertThat(payload).contains("receipt-values.before=365/default", "receipt-values.after=90", "version=1");
    }

    @Test
    void tellsWhoWasSlowerWhoChangesNothingAndWhoNamesNoKind() {
        var done = kit.retention.set(kit.ada(), keep(Optional.of(new Keep.Days(90))), 0);
        assertThat(done).isInstanceOf(Enforced.Done.class);
        assertFails(kit.retention.set(kit.ada(), keep(Optional.of(new Keep.Days(60))), 0), "changed-meanwhile");
        assertFails(kit.retention.set(kit.ada(), keep(Optional.of(new Keep.Days(90))), 1), "no-change");
        assertFails(kit.retention.set(kit.ada(), Map.of("secrets", Optional.empty()), 1), "unknown-kind");
        assertThat(kit.policies.of(kit.acme).changes()).isEqualTo(1);
        assertThat(kit.retention.set(kit.caller(kit.acme, Role.APPROVER), keep(Optional.empty()), 1))
                .isInstanceOf(Enforced.Refused.class);
    }

    @Test
    void aHoldHasAReasonAndStandsOnce() {
        assertFails(kit.retention.hold(kit.ada(), " ", 0), "no-reason");
        var held = (Enforced.Done<RetentionPolicy>) kit.retention.hold(kit.ada(), "A court asks.", 0);
        assertThat(held.value().hold().orElseThrow().reason()).isEqualTo("A court asks.");
        assertFails(kit.retention.hold(kit.ada(), "Again.", 1), "held-already");
        var lifted = (Enforced.Done<RetentionPolicy>) kit.retention.release(kit.ada(), "It is over.", 1);
        assertThat(lifted.value().hold()).isEmpty();
        assertFails(kit.retention.release(kit.ada(), "Again.", 2), "not-held");
    }

    private static Map<String, Optional<Keep>> keep(Optional<Keep> keep) {
        return Map.of("receipt-values", keep);
    }

    private static void assertFails(Enforced<?> ended, String code) {
        assertThat(ended)
                .isInstanceOfSatisfying(
                        Enforced.Failed.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo(code));
    }
}
