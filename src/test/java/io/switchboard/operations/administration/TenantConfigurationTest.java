package io.switchboard.operations.administration;

import static io.switchboard.operations.administration.AdministrationKit.caller;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptDetail;
import io.switchboard.kernel.Role;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TenantConfigurationTest {

    private static final TenantSettings SETTINGS =
            new TenantSettings("Globex Ltd", "#0b7a5c", Optional.of("it@globex.example"), 730);

    private final AdministrationKit kit = new AdministrationKit();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void changesTheSettingsAndAnnouncesTheNewVersion() {
        var done = (Enforced.Done<Tenant>) configure(Role.PARTNER_ADMIN, 0);
        assertThat(done.value().settings()).isEqualTo(SETTINGS);
        assertThat(kit.identity.tenants().find(kit.globex.id()).orElseThrow().version())
                .isEqualTo(1);
        assertThat(kit.control.events())
                .filteredOn(TenantConfigured.class::isInstance)
                .singleElement()
                .satisfies(event ->
                        assertThat(((TenantConfigured) event).version()).isEqualTo(1));
    }

    @Test
    void statesWhichSettingsChangedAndDisclosesWhatWasTyped() {
        configure(Role.PARTNER_ADMIN, 0);
        assertThat(kit.payload())
                .contains("retentionDays=730", "nameChanged=true", "version=1")
                .doesNotContain("Globex Ltd", "it@globex.example", "#0b7a5c");
        assertThat(kit.newest().disclosures())
                .extracting(ReceiptDetail.Disclosure::value)
                .containsExactlyInAnyOrder("Globex Ltd", "it@globex.example", "#0b7a5c");
    }

    @Test
    void refusesSettingsMadeForAnOlderVersionAndSaysSo() {
        configure(Role.PARTNER_ADMIN, 0);
        var failed = (Enforced.Failed<Tenant>)
                kit.configuration.configure(caller(kit.member("ian", Role.PARTNER_ADMIN)), SETTINGS, 0);
        assertThat(failed.failure().code()).isEqualTo("changed-meanwhile");
        assertThat(failed.failure().explanation()).contains("version 0").contains("is 1");
        assertThat(kit.newest().row().receipt().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void refusesAnybodyButAPartnerAdmin() {
        assertThat(configure(Role.OPERATOR, 0)).isInstanceOf(Enforced.Refused.class);
        assertThat(kit.identity.tenants().find(kit.globex.id()).orElseThrow().version())
                .isZero();
    }

    @Test
    void changesNoOtherTenant() {
        var initech = kit.control.tenant("initech");
        configure(Role.PARTNER_ADMIN, 0);
        assertThat(kit.identity.tenants().find(initech.id()).orElseThrow().settings())
                .isEqualTo(initech.settings());
    }

    private Enforced<Tenant> configure(Role role, int version) {
        return kit.configuration.configure(caller(kit.member("grace", role)), SETTINGS, version);
    }
}
