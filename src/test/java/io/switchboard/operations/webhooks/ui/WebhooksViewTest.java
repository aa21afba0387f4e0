package io.switchboard.operations.webhooks.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WebhooksViewTest extends SignedInViewTest {

    private final String name = "h-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aPartnerAdminRegistersAnEndpointSeesItsSecretOnceAndRemovesIt() {
        signedIn("acme", "ada");
        var view = navigate("acme/webhooks", WebhooksView.class);
        field("Name").setValue("Not A Name");
        button("Register").click();
        assertThat(field("Name").isInvalid()).isTrue();
        field("Name").setValue(name);
        field("Address, in full").setValue("http://127.0.0.1:9/hook");
        button("Register").click();
        assertThat(view.getElement().getTextRecursively())
                .contains("Done: register the endpoint.", "The secret of " + name, "whsec_");
        view = navigate("acme/webhooks", WebhooksView.class);
        assertThat(view.getElement().getTextRecursively())
                .contains(name, "http://127.0.0.1:9/hook")
                .doesNotContain("whsec_");
        button("Rotate the secret").click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(view.getElement().getTextRecursively())
                .contains("Done: rotate the secret.", "whsec_", "The former one ends in 23 h");
        button("Remove").click();
        assertThat(view.getElement().getTextRecursively()).contains("Done: remove the endpoint.");
    }

    @Test
    void anOperatorLooksAndMayNotRegisterAndAnApproverDoesNotLook() {
        signedIn("acme", "otto");
        var view = navigate("acme/webhooks", WebhooksView.class);
        field("Name").setValue(name);
        field("Address, in full").setValue("http://127.0.0.1:9/hook");
        button("Register").click();
        assertThat(view.getElement().getTextRecursively()).contains("Not allowed: register the endpoint");
        signedIn("acme", "nina");
        navigate("acme/webhooks", WebhooksView.class);
        assertThat(find(NotAllowedToSee.class).all()).hasSize(1);
    }

    private Button button(String text) {
        return find(Button.class).withText(text).all().getFirst();
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }
}
