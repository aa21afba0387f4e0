package io.switchboard.operations.delivery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.delivery.DeliveryDesk;
import io.switchboard.operations.webhooks.EndpointName;
import io.switchboard.operations.webhooks.Webhooks;
import io.switchboard.platform.identity.Member;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliveriesViewTest extends SignedInViewTest {

    private final String name = "d-" + UUID.randomUUID().toString().substring(0, 8);

    private static Caller caller(Member member) {
        return new Caller(member.tenant(), Actor.user(member.id()), member.roles());
    }

    @Test
    void aPartnerAdminSendsATestAndFollowsItToItsAttempts() {
        var ada = caller(signedIn("acme", "ada"));
        bean(Webhooks.class).register(ada, new EndpointName(name), "http://127.0.0.1:1/hook");
        var view = navigate("acme/deliveries", DeliveriesView.class);
        assertThat(view.getElement().getTextRecursively())
                .contains("Delivery latency", "Webhook " + name, "nothing sent yet");
        find(Button.class, view).withText("Send a test").all().stream()
                .filter(button -> button.getAriaLabel().orElse("").endsWith(name))
                .findFirst()
                .orElseThrow()
                .click();
        assertThat(view.getElement().getTextRecursively()).contains("Done: put a test on its way to Webhook " + name);
        var delivery = bean(DeliveryDesk.class).deliveries(ada).stream()
                .filter(each -> each.to().name().equals(name))
                .findFirst()
                .orElseThrow();
        var one = navigate("acme/deliveries/" + delivery.id(), DeliveryView.class);
        assertThat(one.getElement().getTextRecursively())
                .contains("Delivery of delivery.test", delivery.message().value(), "\"type\":\"delivery.test\"");
        bean(Webhooks.class).remove(ada, new EndpointName(name));
    }

    @Test
    void aBucketIsConnectedWithoutItsKeysBeingShownAndRemoved() {
        signedIn("acme", "ada");
        var view = navigate("acme/deliveries", DeliveriesView.class);
        field("Name").setValue("No Name");
        button("Connect the bucket").click();
        assertThat(field("Name").isInvalid()).isTrue();
        field("Name").setValue(name);
        field("Endpoint").setValue("http://127.0.0.1:1");
        field("Region").setValue("us-east-1");
        field("Bucket").setValue("trust");
        field("Access key").setValue("an-access-key");
        find(PasswordField.class).single().setValue("a-secret-key");
        button("Connect the bucket").click();
        assertThat(view.getElement().getTextRecursively())
                .contains("Done: connect the bucket " + name, "Bucket " + name)
                .doesNotContain("a-secret-key", "an-access-key");
        find(Button.class).withText("Remove").all().stream()
                .filter(button -> button.getAriaLabel().orElse("").endsWith(name))
                .findFirst()
                .orElseThrow()
                .click();
        assertThat(view.getElement().getTextRecursively()).contains("Done: remove the bucket " + name);
    }

    @Test
    void anApproverDoesNotLookAndAnEvaluatorLooksOnly() {
        signedIn("acme", "nina");
        navigate("acme/deliveries", DeliveriesView.class);
        assertThat(find(NotAllowedToSee.class).all()).hasSize(1);
        signedIn("acme", "eve");
        navigate("acme/deliveries", DeliveriesView.class);
        assertThat(find(NotAllowedToSee.class).all()).isEmpty();
        assertThat(find(Button.class).withText("Connect the bucket").all()).isEmpty();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }
}
