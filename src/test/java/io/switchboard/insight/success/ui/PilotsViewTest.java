package io.switchboard.insight.success.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.sidenav.SideNavItem;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.insight.success.PilotDesk;
import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PilotsViewTest extends SignedInViewTest {

    @Test
    void thePmComparesTenantsWithoutAReceipt() {
        signedIn("platform", "pam");
        long before = reads("acme");
        assertThat(page("platform/pilots"))
                .contains("Acme", "Globex", "Retention by start week", "Week 0", "Where pilots stop")
                .contains("Policy decision (rule)", "Pilot-blocking resolved", "Cycle time")
                .contains("from the dry run to its commit");
        assertThat(reads("acme")).isEqualTo(before);
    }

    @Test
    void openingATenantsDashboardLeavesAReceiptInBothLogsAndShowsNeitherPeopleNorReceipts() {
        signedIn("platform", "pam");
        long there = reads("acme");
        long here = reads("platform");
        assertThat(page("platform/pilots/acme"))
                .contains("The dashboard of Acme")
                .doesNotContain("Activation funnel");
        find(Button.class).withText("Open it, with a receipt").single().click();
        assertThat(now())
                .contains("Activation funnel", "with a receipt in both logs")
                .doesNotContain("Ada ");
        var board = find(SuccessBoard.class).single();
        assertThat(find(Anchor.class, board).all()).isEmpty();
        assertThat(reads("acme")).isEqualTo(there + 1);
        assertThat(reads("platform")).isEqualTo(here + 1);
    }

    @Test
    void noTenantButThePlatformHasTheseAndThereOnlyAPm() {
        signedIn("acme", "ada");
        assertThat(page("acme/pilots")).contains("There is nothing at this address");
        assertThat(page("acme/pilots/globex")).contains("There is nothing at this address");
        page("acme/success");
        assertThat(find(SideNavItem.class).all())
                .extracting(SideNavItem::getLabel)
                .contains("Success")
                .doesNotContain("Pilots");
        signedIn("platform", "fay");
        page("platform/pilots");
        assertThat(find(NotAllowedToSee.class).all()).hasSize(1);
        page("platform/pilots/acme");
        assertThat(find(NotAllowedToSee.class).all()).hasSize(1);
        signedIn("platform", "pam");
        assertThat(page("platform/pilots/nobody")).contains("There is nothing at this address");
        assertThat(page("platform/pilots/platform")).contains("There is nothing at this address");
    }

    private long reads(String slug) {
        TenantId tenant =
                bean(Tenants.class).findBySlug(new Slug(slug)).orElseThrow().id();
        return bean(ReceiptQuery.class)
                .list(tenant, ReceiptFilter.allowed(PilotDesk.READ), Optional.empty(), 1)
                .total();
    }

    private static String page(String address) {
        UI.getCurrent().navigate(address);
        return now();
    }

    private static String now() {
        return UI.getCurrent().getCurrentView().getElement().getTextRecursively();
    }
}
