package io.switchboard.control.enforcement.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A page stays open while the roles of who looks at it change: every action of every page is decided with those of its moment. */
class RolesOfNowTest extends SignedInViewTest {

    private final String name = "mia-" + UUID.randomUUID();

    @Test
    void aRoleThatWasTakenWhileAPageIsOpenAllowsNothingMoreAndOneThatWasGivenDoes() {
        var acme =
                bean(Tenants.class).findBySlug(new Slug("acme")).orElseThrow().id();
        bean(Members.class).add(acme, name, "Mia", "May", Set.of(Role.PARTNER_ADMIN));
        signedIn("acme", name);
        UI.getCurrent().navigate("acme/webhooks");
        holds("operator");
        assertThat(registered()).contains("Not allowed: register the endpoint");
        holds("partner-admin");
        assertThat(registered()).contains("Done: register the endpoint.");
    }

    private void holds(String role) {
        bean(JdbcClient.class)
                .sql("UPDATE member SET roles = ? WHERE user_name = ?")
                .params(role, name)
                .update();
    }

    /** On the page as it was opened. */
    private String registered() {
        field("Name").setValue("h-" + UUID.randomUUID().toString().substring(0, 8));
        field("Address, in full").setValue("http://127.0.0.1:9/hook");
        find(Button.class).withText("Register").single().click();
        return UI.getCurrent().getCurrentView().getElement().getTextRecursively();
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }
}
