package io.switchboard.control.approvals.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.approvals.Approvals;
import io.switchboard.control.approvals.Asked;
import io.switchboard.control.approvals.Question;
import io.switchboard.control.approvals.Tally;
import io.switchboard.control.approvals.Ticket;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.tenancy.Tenants;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApprovalViewsTest extends SignedInViewTest {

    @Test
    void anApproverReadsWhatWasAskedAndApprovesWithAReason() {
        var ticket = asked();
        signedIn("globex", "gus");
        assertThat(list("globex/approvals?state=open")).contains("Twelve people.", "service scim");
        var view = navigate("globex/approvals/" + ticket.id(), ApprovalView.class);
        assertThat(view.getElement().getTextRecursively())
                .contains("Twelve people.", ticket.question().digest().hex(), "groups.update")
                .contains("0 of 1", "nothing has changed yet", "Undone by", "Could decideapprover", "may decide");
        button("Approve").click();
        assertThat(find(TextArea.class).single().isInvalid()).isTrue();
        find(TextArea.class).single().setValue("They moved to <b>Sales</b>.");
        button("Approve").click();
        assertThat(view.getElement().getTextRecursively())
                .contains("a request goes through when it is repeated", "They moved to <b>Sales</b>.", "Gus Okafor")
                .contains("have decided, and nobody decides twice")
                .doesNotContain("may decide");
        assertThat(find(TextArea.class).all()).isEmpty();
        assertThat(list("globex/approvals?state=approved")).contains("Twelve people.");
    }

    @Test
    void aDenialIsShownAsOne() {
        var ticket = asked();
        signedIn("globex", "gus");
        var view = navigate("globex/approvals/" + ticket.id(), ApprovalView.class);
        find(TextArea.class).single().setValue("Not today.");
        button("Deny").click();
        assertThat(view.getElement().getTextRecursively()).contains("It does not happen", "Not today.", "denied");
    }

    @Test
    void aPartnerAdminSeesTheTicketAndWhoMayDecideIt() {
        var ticket = asked();
        signedIn("globex", "grace");
        var view = navigate("globex/approvals/" + ticket.id(), ApprovalView.class);
        assertThat(find(Button.class).all()).extracting(Button::getText).doesNotContain("Approve", "Deny");
        assertThat(view.getElement().getTextRecursively()).contains("An approver can do this.");
    }

    @Test
    void saysWhatWouldBeHereWhileNothingIs() {
        signedIn("initech", "ian");
        navigate("initech/approvals", ApprovalsView.class);
        assertThat(find(EmptyState.class).single().getElement().getTextRecursively())
                .contains("Nothing waits for an approval");
    }

    @Test
    void saysWhichRuleKeepsAnEvaluatorOut() {
        signedIn("acme", "eve");
        navigate("acme/approvals", ApprovalsView.class);
        assertThat(find(NotAllowedToSee.class).single().getElement().getTextRecursively())
                .contains("see approvals");
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private Ticket asked() {
        var tenant =
                bean(Tenants.class).findBySlug(new Slug("globex")).orElseThrow().id();
        var scim = new Caller(tenant, Actor.service("scim"), Set.of(Role.PARTNER_ADMIN));
        var digest = Sha256.of(UUID.randomUUID().toString());
        var question = new Question(
                new ActionId("groups.update"),
                digest,
                "Twelve people.",
                List.of(new Tally("membersDemoted", "members who lose a role", 12)));
        var asked = bean(Approvals.class).ask(scim, question, ReceiptId.of(digest.bytes()));
        return ((Asked.Standing) asked).ticket();
    }

    private static String list(String address) {
        var parts = address.split("\\?", 2);
        UI.getCurrent().navigate(parts[0], QueryParameters.fromString(parts[1]));
        return UI.getCurrent().getCurrentView().getElement().getTextRecursively();
    }
}
