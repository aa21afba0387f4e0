package io.switchboard.insight.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.receipts.Outcome;
import io.switchboard.operations.imports.ImportId;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoChangeAroundPolicyTest {

    private final Receipted log = new Receipted();

    private Finding find(int changes, ImportId... committed) {
        return new NoChangeAroundPolicy(_ -> List.of(committed), log).check(log.tenant(changes), Receipted.NOW);
    }

    private void configured() {
        log.add(log.log, "administration.configure-tenant", Outcome.ALLOWED, "Tenant/x");
    }

    @Test
    void holdsWhereEveryChangeHasItsReceipt() {
        var id = ImportId.random();
        log.add("import/" + id);
        configured();
        assertThat(find(1, id).holds()).isTrue();
        assertThat(find(1, id).words())
                .isEqualTo(
                        "1 committed import and 1 change of the tenant's settings: each has the receipt of an allowed"
                                + " action.");
    }

    @Test
    void countsAnAllowedChangeThatChangedNothingAsNoFault() {
        configured();
        configured();
        assertThat(find(1).holds()).isTrue();
    }

    @Test
    void namesTheImportThatNoReceiptNames() {
        var id = ImportId.random();
        log.add("import/" + ImportId.random());
        assertThat(find(0, id).words())
                .isEqualTo("1 of 1 committed imports have no receipt of an allowed commit. The first is " + id + ".");
    }

    @Test
    void isNotProvenByTheReceiptOfADeniedCommitOrOfAPlan() {
        var id = ImportId.random();
        log.add(log.log, "imports.commit", Outcome.DENIED, "import/" + id);
        log.add(log.log, "imports.plan", Outcome.ALLOWED, "import/" + id);
        assertThat(find(0, id).holds()).isFalse();
    }

    @Test
    void isNotProvenWhereSettingsChangedMoreOftenThanWasAllowed() {
        configured();
        assertThat(find(2).words()).isEqualTo("The settings changed 2 times; there are receipts of 1 allowed change.");
    }

    @Test
    void hasNoEvidenceWhereNothingChanged() {
        assertThat(find(0).holds()).isFalse();
        assertThat(find(0).evidence()).isEmpty();
    }
}
