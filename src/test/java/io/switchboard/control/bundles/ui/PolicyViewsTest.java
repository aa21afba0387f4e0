package io.switchboard.control.bundles.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import org.junit.jupiter.api.Test;

class PolicyViewsTest extends SignedInViewTest {

    private static final String NEVER = """

            @id("imports.never-here")
            @why("Nobody of a tenant that there is not plans.")
            @help("Ask.")
            forbid (principal, action == Action::"imports.plan", resource)
            when { principal.%s == "nowhere" };
            """;

    @Test
    void aPlatformAdminProposesAVersionWhoseFaultsAreNamedByFileAndLine() {
        signedIn("platform", "root");
        assertThat(page("platform/policy")).contains("in force", "the release");
        page("platform/policy/1/edit");
        @SuppressWarnings("unchecked")
        Select<String> file = find(Select.class).single();
        file.setValue("imports.cedar");
        var text = area("Text");
        var before = text.getValue();
        text.setValue(before + NEVER.formatted("tenent"));
        find(TextField.class).withLabel("Title").single().setValue("Nobody plans");
        button("Propose");
        assertThat(now()).contains("imports.cedar, line ", "`tenent`", "did you mean `tenant`?");
        text.setValue(before + NEVER.formatted("tenant"));
        button("Propose");
        assertThat(now())
                .contains(
                        "Nobody plans",
                        "proposed",
                        "imports.never-here",
                        "Not tried yet.",
                        "First simulate it against the version that is in force.");
        assertThat(find(Button.class).withText("Ask for approval").single().isEnabled())
                .isFalse();
        button("Withdraw");
        assertThat(now()).contains("Done: withdraw it.", "withdrawn");
        assertThat(page("platform/policy")).contains("Nobody plans", "Robin Root");
    }

    @Test
    void aNewFileIsNamedAsTheApiTakesIt() {
        signedIn("platform", "root");
        page("platform/policy/1/edit");
        var name = find(TextField.class).withLabel("Name of a new file").single();
        for (var wrong : new String[] {"", "Imports.cedar", "../x.cedar", "x.txt"}) {
            name.setValue(wrong);
            button("Add the file");
            assertThat(name.getErrorMessage()).contains("called like module.cedar");
        }
        name.setValue("imports.cedar");
        button("Add the file");
        assertThat(name.getErrorMessage()).contains("There is a file of this name");
        name.setValue("quarantine.cedar");
        button("Add the file");
        assertThat(find(Select.class).single().getValue()).isEqualTo("quarantine.cedar");
        area("Text").setValue(NEVER.formatted("tenant").replace("imports.never-here", "quarantine.never"));
        find(TextField.class).withLabel("Title").single().setValue("Quarantine");
        button("Propose");
        assertThat(now()).contains("quarantine.cedar", "quarantine.never");
        button("Withdraw");
    }

    @Test
    void aPmLooksAndTheRestOfThePlatformDoesNot() {
        signedIn("platform", "pam");
        assertThat(page("platform/policy")).contains("Version 1");
        assertThat(find(Button.class).withText("Propose a change").all()).isEmpty();
        assertThat(page("platform/policy/1")).contains("It was the first", "schema.cedarschema");
        assertThat(page("platform/policy/999")).contains("There is nothing at this address");
        assertThat(page("platform/policy/1/edit")).contains("Not allowed: see the form for a proposal");
        assertThat(find(TextArea.class).all()).isEmpty();
        signedIn("platform", "fay");
        page("platform/policy");
        assertThat(find(NotAllowedToSee.class).all()).hasSize(1);
    }

    @Test
    void noTenantHasThePagesOfPolicies() {
        signedIn("acme", "ada");
        for (var address : new String[] {"acme/policy", "acme/policy/1", "acme/policy/1/edit"}) {
            assertThat(page(address)).contains("There is nothing at this address");
        }
        page("acme/feedback");
        assertThat(find(SideNavItem.class).all())
                .extracting(SideNavItem::getLabel)
                .doesNotContain("Policies");
    }

    private TextArea area(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    private void button(String text) {
        find(Button.class).withText(text).single().click();
    }

    private String page(String address) {
        UI.getCurrent().navigate(address);
        return now();
    }

    private String now() {
        return UI.getCurrent().getCurrentView().getElement().getTextRecursively();
    }
}
