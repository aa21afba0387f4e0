package io.switchboard.control.flags.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.flags.FlagChanges;
import io.switchboard.control.flags.FlagDesk;
import io.switchboard.control.flags.FlagDraft;
import io.switchboard.control.flags.FlagKey;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FlagViewsTest extends SignedInViewTest {

    private final FlagKey key = new FlagKey("f-" + UUID.randomUUID());

    @Test
    void aPlatformAdminMakesAFlagRulesAndKillsItWithAReason() {
        signedIn("platform", "root");
        page("platform/flags");
        button("New flag").click();
        field("Key").setValue("Not A Key");
        button("Create").click();
        assertThat(field("Key").isInvalid()).isTrue();
        field("Key").setValue(key.value());
        field("Title").setValue("A kinder diff");
        button("Create").click();
        assertThat(page("platform/flags/" + key)).contains("A kinder diff", "off for all", "created");
        var tenant = tenants();
        test(tenant).selectItem("Acme");
        button("Set rule").click();
        assertThat(now())
                .contains("Done: add the rule.", "on for 1 of", "by a rule of its own", "rules: none → Acme: on");
        button("Switch off for everybody").click();
        confirm();
        assertThat(now()).contains("Not done: switch it off for everybody", "Say why in 1 to 500 characters.");
        button("Switch off for everybody").click();
        find(TextArea.class).withLabel("Why").single().setValue("Imports fail.");
        confirm();
        assertThat(now()).contains("Done: switch it off for everybody.", "switched off", "DISABLED", "Imports fail.");
        assertThat(bean(FlagDesk.class).history(caller("root"), key)).hasSize(3);
    }

    @Test
    void aPlatformAdminStartsARampSeesWhereItIsAndRollsItBackWithAReason() {
        bean(FlagChanges.class).create(caller("root"), key, new FlagDraft("A flag", Optional.empty(), false));
        signedIn("platform", "root");
        assertThat(page("platform/flags/" + key)).contains("This flag has had no ramp yet.");
        button("Start the ramp").click();
        assertThat(now())
                .contains("Done: start the ramp.", "10 %", "now, on for", "running", "held for 24 h", "step began")
                .contains("Failed actions, in percent: at most 5, judged from 20 on (governed actions)");
        button("Roll back").click();
        confirm();
        assertThat(now()).contains("Say why in 1 to 500 characters.");
        button("Roll back").click();
        find(TextArea.class).withLabel("Why").single().setValue("Imports fail.");
        confirm();
        assertThat(now())
                .contains("Done: roll the ramp back.", "rolled back", "0 %", "Ramp 1 rolled back: Imports fail.");
        signedIn("platform", "pam");
        assertThat(page("platform/flags/" + key)).contains("rolled back").doesNotContain("Start the ramp");
    }

    @Test
    void aPmLooksAndTheRestOfThePlatformDoesNot() {
        bean(FlagChanges.class).create(caller("root"), key, new FlagDraft("A flag", Optional.empty(), true));
        signedIn("platform", "pam");
        assertThat(page("platform/flags")).contains(key.value(), "on for all");
        assertThat(page("platform/flags/" + key))
                .contains("no rule is about it")
                .doesNotContain("Kill switch");
        assertThat(find(Button.class).withText("New flag").all()).isEmpty();
        assertThat(page("platform/flags/nobody-made-this")).contains("There is nothing at this address");
        signedIn("platform", "fay");
        page("platform/flags");
        assertThat(find(NotAllowedToSee.class).all()).hasSize(1);
    }

    @Test
    void noTenantHasThePagesOfFlags() {
        signedIn("acme", "ada");
        for (var address : new String[] {"acme/flags", "acme/flags/" + key, "acme/cohorts"}) {
            assertThat(page(address)).contains("There is nothing at this address");
        }
        page("acme/feedback");
        assertThat(find(SideNavItem.class).all())
                .extracting(SideNavItem::getLabel)
                .doesNotContain("Flags", "Cohorts");
    }

    @Test
    void aPlatformAdminMakesACohortAndSeesWhoUsesIt() {
        var cohort = "c-" + UUID.randomUUID().toString().substring(0, 8);
        signedIn("platform", "root");
        page("platform/cohorts");
        field("Key").setValue("Not A Key");
        button("Create cohort").click();
        assertThat(field("Key").isInvalid()).isTrue();
        field("Key").setValue(cohort);
        find(TextField.class).withLabel("Title").all().getLast().setValue("Week 19");
        button("Create cohort").click();
        assertThat(now()).contains("Done: save the cohort.", cohort, "none yet", "no flag");
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Tenant> tenants() {
        return (ComboBox<Tenant>) find(ComboBox.class).withLabel("Tenant").single();
    }

    private void confirm() {
        test(find(ConfirmDialog.class).single()).confirm();
    }

    private Caller caller(String user) {
        var id = bean(Tenants.class)
                .findBySlug(new Slug("platform"))
                .orElseThrow()
                .id();
        var member = bean(Members.class).findByUserName(id, user).orElseThrow();
        return new Caller(id, Actor.user(member.id()), member.roles());
    }

    private Button button(String text) {
        return find(Button.class).withText(text).all().getLast();
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).all().getLast();
    }

    private String page(String address) {
        UI.getCurrent().navigate(address);
        return now();
    }

    private String now() {
        return UI.getCurrent().getCurrentView().getElement().getTextRecursively();
    }
}
