package io.switchboard.insight.trustcentre.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.insight.trustcentre.AccessGrants;
import io.switchboard.insight.trustcentre.AccessGrants.Requested;
import io.switchboard.insight.trustcentre.AccessRequests;
import io.switchboard.insight.trustcentre.CentreSettings;
import io.switchboard.insight.trustcentre.Requester;
import io.switchboard.insight.trustcentre.TrustCentre;
import io.switchboard.insight.trustcentre.TrustDocument;
import io.switchboard.insight.trustcentre.TrustFile;
import io.switchboard.insight.trustcentre.Verdict;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.platform.identity.Member;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrustCentreViewTest extends SignedInViewTest {

    private static Caller caller(Member member) {
        return new Caller(member.tenant(), Actor.user(member.id()), member.roles());
    }

    private Caller open(String tenant, String admin) {
        var caller = caller(signedIn(tenant, admin));
        var centre = bean(TrustCentre.class);
        var draft = new CentreSettings.Draft(
                true,
                "Welcome.",
                Set.of(TrustDocument.POSTURE_PACK, TrustDocument.POSTURE_ONE_PAGER, TrustDocument.TRUST_REPORT),
                "Keep it to yourself.");
        assertThat(centre.configure(caller, draft, centre.settings(caller).version()))
                .isInstanceOf(Enforced.Done.class);
        return caller;
    }

    private Requested asked(Caller caller, TrustDocument... documents) {
        var jo = new Requester("Jo Quill", "jo@buyer.example", "Buyer Inc.", "To judge how you delete.");
        var ended =
                bean(AccessGrants.class).request(caller.tenant(), new AccessGrants.Wish(jo, Set.of(documents), false));
        return ((Enforced.Done<Requested>) ended).value();
    }

    @Test
    void aPartnerAdminOpensItWithWelcomeTermsAndDocuments() {
        var grace = caller(signedIn("globex", "grace"));
        var view = navigate("globex/trust-centre", TrustCentreView.class);
        find(Checkbox.class).withLabel("Open to strangers").single().setValue(true);
        text("Welcome").setValue("Globex shows what it can prove.");
        list(TrustDocument.POSTURE_PACK);
        text("Terms").setValue("Keep it to yourself.");
        find(Button.class).withText("Save").single().click();
        assertThat(view.getElement().getTextRecursively()).contains("Done: save the trust centre.", "/trust/globex");
        assertThat(bean(TrustCentre.class).open(grace.tenant())).isPresent();
    }

    private TextArea text(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    @Test
    void anApproverDecidesAboutEachDocumentSeesWhatHappensAndEndsIt() {
        var ada = open("acme", "ada");
        var asked = asked(ada, TrustDocument.POSTURE_ONE_PAGER, TrustDocument.POSTURE_PACK);
        var nina = caller(signedIn("acme", "nina"));
        var view = navigate("acme/trust-centre/" + asked.id(), AccessRequestView.class);
        assertThat(view.getElement().getTextRecursively()).contains("Buyer Inc.", "To judge how you delete.");
        find(Button.class).withText("Decide").single().click();
        assertThat(bean(AccessRequests.class)
                        .find(nina, asked.id())
                        .orElseThrow()
                        .decidedAt())
                .as("nothing was chosen")
                .isEmpty();
        approveAll();
        find(Button.class).withText("Decide").single().click();
        assertThat(view.getElement().getTextRecursively()).contains("Done: decide about the request.");
        var decided = bean(AccessRequests.class).find(nina, asked.id()).orElseThrow();
        assertThat(decided.documents()).allMatch(it -> it.verdict() == Verdict.APPROVED);

        var grants = bean(AccessGrants.class);
        var terms = grants.page(ada.tenant(), asked.token()).orElseThrow().terms();
        grants.accept(ada.tenant(), asked.token(), terms.version(), "Jo Quill");
        var ended = grants.download(ada.tenant(), asked.token(), TrustDocument.POSTURE_ONE_PAGER);
        assertThat(((Enforced.Done<TrustFile>) ended.orElseThrow()).value().bytes())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        view = navigate("acme/trust-centre/" + asked.id(), AccessRequestView.class);
        assertThat(view.getElement().getTextRecursively())
                .contains("signed “Jo Quill”", "posture-one-pager.pdf", "the requester");
        find(Button.class).withText("Revoke the grant").single().click();
        assertThat(grants.download(ada.tenant(), asked.token(), TrustDocument.POSTURE_ONE_PAGER))
                .get()
                .isInstanceOf(Enforced.Failed.class);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a query knows classes, not what they hold
    private void list(TrustDocument document) {
        CheckboxGroup group = find(CheckboxGroup.class).single();
        group.setValue(Set.of(document));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void approveAll() {
        for (RadioButtonGroup group : find(RadioButtonGroup.class).all()) {
            group.setValue("Approve");
        }
    }

    @Test
    void anEvaluatorSeesThatSomebodyAskedAndNotWhoAndAnOperatorNothing() {
        var ada = open("acme", "ada");
        var asked = asked(ada, TrustDocument.POSTURE_PACK);
        signedIn("acme", "eve");
        var view = navigate("acme/trust-centre", TrustCentreView.class);
        assertThat(view.getElement().getTextRecursively())
                .contains(asked.id().value())
                .doesNotContain("Buyer Inc.", "Jo Quill");
        assertThat(find(Button.class).withText("Save").all()).isEmpty();
        var one = navigate("acme/trust-centre/" + asked.id(), AccessRequestView.class);
        assertThat(one.getElement().getTextRecursively()).doesNotContain("Buyer Inc.", "jo@buyer.example");
        assertThat(find(Button.class).withText("Decide").all()).isEmpty();
        signedIn("acme", "otto");
        navigate("acme/trust-centre", TrustCentreView.class);
        assertThat(find(NotAllowedToSee.class).all()).hasSize(1);
    }
}
