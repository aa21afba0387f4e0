package io.switchboard.operations.ledger.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.onboarding.SetupDesk;
import io.switchboard.operations.onboarding.SetupStep;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LedgerViewsTest extends SignedInViewTest {

    @Test
    void anAdminPutsADecisionOnRecordAndAnApproverSignsIt() {
        var title = "Go on " + UUID.randomUUID();
        signedIn("acme", "ada");
        page("acme/ledger");
        button("Put on record").click();
        assertThat(now()).contains("Not done: put “” on record", "A title has 1 to 200 characters.");
        find(TextField.class).withLabel("What was decided").single().setValue(title);
        find(TextArea.class).withLabel("Why").single().setValue("The pilot does what it should.");
        button("Put on record").click();
        assertThat(now()).contains("Done: put “" + title + "” on record.", "waits for signatures", "0 of 1");
        var address = find(RouterLink.class).all().stream()
                .filter(link -> link.getText().equals(title))
                .findFirst()
                .orElseThrow()
                .getHref();
        page(address);
        button("Sign").click();
        assertThat(now()).contains("Not done: sign the decision", "You recorded it yourself");
        signedIn("acme", "nina");
        page(address);
        button("Sign").click();
        assertThat(now()).contains("Done: sign the decision.", "in force", "1 of 1", "Nina", "approver");
        button("Withdraw").click();
        assertThat(now()).contains("Say why it does not count any more");
        signedIn("acme", "eve");
        assertThat(page(address)).contains("in force").doesNotContain("Withdraw it");
        signedIn("globex", "grace");
        assertThat(page(address.replace("acme/", "globex/"))).contains("There is nothing at this address");
    }

    @Test
    void aStepOfTheSetupThatDoesNotApplyStandsThereAsLongAsThatHolds() {
        var grace = signedIn("globex", "grace");
        var caller = new Caller(grace.tenant(), Actor.user(grace.id()), grace.roles());
        var reason = "Incidents live elsewhere. " + UUID.randomUUID();
        var desk = bean(SetupDesk.class);
        assertThat(desk.except(caller, SetupStep.FIRST_INCIDENT, reason)).isInstanceOf(Enforced.Done.class);
        try {
            assertThat(page("globex/ledger"))
                    .contains("“Handle your first incident” does not apply", reason, "exception", "in force");
        } finally {
            desk.require(caller, SetupStep.FIRST_INCIDENT);
        }
        assertThat(page("globex/ledger")).doesNotContain(reason);
    }

    private Button button(String text) {
        return find(Button.class).withText(text).all().getLast();
    }

    private String page(String address) {
        UI.getCurrent().navigate(address);
        return now();
    }

    private String now() {
        return UI.getCurrent().getCurrentView().getElement().getTextRecursively();
    }
}
