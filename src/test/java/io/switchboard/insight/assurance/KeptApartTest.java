package io.switchboard.insight.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.architecture.LiveSchema;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.insight.assurance.TableKeys.TableKey;
import io.switchboard.kernel.LogId;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptApartTest {

    private static final TableKey GOOD = new TableKey("receipt", "tenant_id, receipt_id");

    private final Receipted log = new Receipted();
    private boolean leaks;

    private Finding find(TableKey... keys) {
        return find(() -> List.of(keys));
    }

    private Finding find(TableKeys keys) {
        return new KeptApart(keys, log, (_, _) -> leaks).check(log.tenant(0), Receipted.NOW);
    }

    @Test
    void holdsWhereKeysReceiptsAndTheProbeAgree() {
        log.add("x");
        var finding = find(GOOD, new TableKey("tenant", "slug"), new TableKey("tenant", "tenant_id"));
        assertThat(finding.holds()).isTrue();
        assertThat(finding.words())
                .isEqualTo("All 2 keys of 2 tables lead with the tenant; 1 of 1 receipts name this tenant's log; one,"
                        + " looked for in another tenant's name, was not found.");
    }

    @Test
    void holdsForATenantThatHasNoReceiptYet() {
        assertThat(find(GOOD).holds()).isTrue();
    }

    @Test
    void namesTheKeyThatLeadsWithSomethingElse() {
        assertThat(find(GOOD, new TableKey("leaky", "id, tenant_id")).words())
                .isEqualTo("The key leaky(id, tenant_id) does not lead with the tenant.");
    }

    @Test
    void namesTheTableThatHasNoKeyAtAll() {
        assertThat(find(new TableKey("keyless", "")).words()).contains("keyless()");
    }

    @Test
    void isNotProvenWhereTheCatalogueShowsNothing() {
        assertThat(find().holds()).isFalse();
    }

    @Test
    void isNotProvenWhereAReceiptNamesAnotherLog() {
        log.add("x");
        log.add(LogId.random(), "imports.commit", Outcome.ALLOWED, "x");
        assertThat(find(GOOD).words()).isEqualTo("1 of 2 receipts kept for this tenant name another log.");
    }

    @Test
    void isNotProvenWhereAnotherTenantFindsTheReceipt() {
        log.add("x");
        leaks = true;
        assertThat(find(GOOD).words()).endsWith("was found in the name of another tenant.");
    }

    /** Whoever adds a key that finds a tenant names it here as well as in the build's guard, or every tenant's claim falls. */
    @Test
    void holdsForEveryTableOfThePortal() {
        var finding = find(new LiveTableKeys(LiveSchema.jdbc()));
        assertThat(finding.holds()).as(finding.words()).isTrue();
        assertThat(finding.figures().get("tables")).isGreaterThan(10);
    }
}
