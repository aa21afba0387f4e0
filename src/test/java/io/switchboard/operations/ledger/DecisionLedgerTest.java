package io.switchboard.operations.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementKit;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionLedgerTest {

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-05-04T10:00:00Z"));
    private final EnforcementKit kit = EnforcementKit.at(clock, "ledger");
    private final DecisionLedger ledger = new DecisionLedger(
            new Viewing(kit.policy()), kit.enforcement(), new LedgerRows(kit.jdbc()), List.of(), clock);
    private final TenantId acme = kit.tenant("acme").id();
    private final Caller ada = person(acme, Role.PARTNER_ADMIN);
    private final Caller nina = person(acme, Role.APPROVER);
    private final Caller noor = person(acme, Role.APPROVER);
    private int delivered;

    @Test
    void aDecisionCountsOnceEnoughOthersSignedItsDigestAndEachSignatureIsAReceipt() {
        var entry = done(ledger.record(ada, said("Keep the pilot going", 2, "2026-08-01")));
        assertThat(standing(entry)).isEqualTo(Standing.WAITING);
        assertThat(code(ledger.sign(ada, entry.id()))).isEqualTo("own-entry");
        done(ledger.sign(nina, entry.id()).orElseThrow());
        assertThat(code(ledger.sign(nina, entry.id()))).isEqualTo("signed-already");
        clock.pass(Duration.ofMinutes(1));
        var signed = done(ledger.sign(noor, entry.id()).orElseThrow());
        assertThat(signed.digest()).isEqualTo(entry.digest());
        var known = ledger.find(nina, entry.id()).orElseThrow();
        assertThat(standing(known)).isEqualTo(Standing.IN_FORCE);
        assertThat(known.receipt()).isPresent();
        assertThat(known.signatures()).extracting(Signature::by).containsExactly(nina.actor(), noor.actor());
        assertThat(known.signatures())
                .allSatisfy(signature -> assertThat(kit.query()
                                .detail(acme, signature.receipt().orElseThrow())
                                .orElseThrow()
                                .payload()
                                .toString())
                        .contains(entry.digest().hex())
                        .doesNotContain("Keep the pilot"));
        assertThat(code(ledger.sign(person(acme, Role.APPROVER), entry.id()))).isEqualTo("nothing-to-sign");

        assertThat(code(ledger.withdraw(nina, entry.id(), " "))).isEqualTo("no-reason");
        done(ledger.withdraw(nina, entry.id(), "They left.").orElseThrow());
        assertThat(standing(ledger.find(ada, entry.id()).orElseThrow())).isEqualTo(Standing.WITHDRAWN);
        assertThat(code(ledger.withdraw(nina, entry.id(), "Again."))).isEqualTo("over");

        kit.jdbc()
                .sql("UPDATE ledger_entry SET rationale = 'Because I say so.'")
                .update();
        assertThatThrownBy(() -> ledger.entries(ada)).hasMessageContaining("not as it was recorded");
    }

    @Test
    void wordsSignaturesAndDaysHaveLimitsAndOtherRolesAndTenantsHaveNothing() {
        assertThat(code(Optional.of(ledger.record(ada, said(" ", 1, "2026-08-01")))))
                .isEqualTo("bad-title");
        assertThat(code(Optional.of(ledger.record(ada, said("x".repeat(201), 1, "2026-08-01")))))
                .isEqualTo("bad-title");
        assertThat(code(Optional.of(ledger.record(ada, said("Ok", 0, "2026-08-01")))))
                .isEqualTo("bad-signatures");
        assertThat(code(Optional.of(ledger.record(ada, said("Ok", 1, "2026-05-03")))))
                .isEqualTo("bad-until");
        assertThat(code(Optional.of(ledger.record(ada, said("Ok", 1, "2027-05-06")))))
                .isEqualTo("bad-until");
        assertThat(ledger.record(person(acme, Role.OPERATOR), said("Ok", 1, "2026-08-01")))
                .isInstanceOf(Enforced.Refused.class);
        var entry = done(ledger.record(ada, said("Ours", 1, "2026-05-04")));
        var stranger = person(kit.tenant("globex").id(), Role.PARTNER_ADMIN);
        assertThat(ledger.find(stranger, entry.id())).isEmpty();
        assertThat(ledger.entries(stranger)).isEmpty();
        assertThat(ledger.sign(stranger, entry.id())).isEmpty();
        assertThat(ledger.withdraw(stranger, entry.id(), "Not mine.")).isEmpty();
        clock.pass(Duration.ofHours(14));
        assertThat(code(ledger.sign(nina, entry.id()))).isEqualTo("nothing-to-sign");
    }

    private static NewEntry said(String title, int signatures, String until) {
        return new NewEntry(
                Decided.EXCEPTION, title, "Since it works.", Optional.empty(), signatures, LocalDate.parse(until));
    }

    private Standing standing(LedgerEntry entry) {
        return entry.at(clock.instant());
    }

    private static Caller person(TenantId tenant, Role role) {
        return new Caller(tenant, Actor.user(MemberId.random()), Set.of(role));
    }

    private <T> T done(Enforced<T> ended) {
        var events = kit.events();
        for (; delivered < events.size(); delivered++) {
            if (events.get(delivered) instanceof ActionReceipted receipted) {
                ledger.note(receipted);
            }
        }
        return ((Enforced.Done<T>) ended).value();
    }

    private static String code(Optional<Enforced<LedgerEntry>> ended) {
        return ((Enforced.Failed<LedgerEntry>) ended.orElseThrow()).failure().code();
    }
}
