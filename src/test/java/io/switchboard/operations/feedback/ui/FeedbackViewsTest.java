package io.switchboard.operations.feedback.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextArea;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.flags.FlagChanges;
import io.switchboard.control.flags.FlagDraft;
import io.switchboard.control.flags.FlagKey;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Slug;
import io.switchboard.operations.feedback.Attachment;
import io.switchboard.operations.feedback.FeedbackDesk;
import io.switchboard.operations.feedback.Impact;
import io.switchboard.operations.feedback.NewFeedback;
import io.switchboard.operations.feedback.Prompts;
import io.switchboard.operations.feedback.Submission;
import io.switchboard.operations.feedback.TestPictures;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FeedbackViewsTest extends SignedInViewTest {

    @Test
    void aRefusedOperatorReportsFrictionSeesWhatGoesAlongAndTakesSomeOfItAway() {
        var words = "I need <b>incidents</b> " + UUID.randomUUID();
        signedIn("globex", "otis");
        page("globex/imports");
        button("Report friction").click();
        assertThat(find(Checkbox.class).all())
                .extracting(Checkbox::getLabel)
                .contains("Screen: :tenant/imports", "Address: /globex/imports", "Action: imports.view");
        assertThat(find(Checkbox.class).all())
                .extracting(Checkbox::getLabel)
                .anyMatch(it -> it.startsWith("Correlation id: "));
        button("Send").click();
        assertThat(text("What hurts?").isInvalid()).isTrue();
        text("What hurts?").setValue("x".repeat(1 << 20));
        button("Send").click();
        assertThat(text("What hurts?").getErrorMessage()).contains("1048576 characters; 5000 are the most");
        text("What hurts?").setValue(words);
        find(Checkbox.class).withLabel("Address: /globex/imports").single().setValue(false);
        button("Send").click();
        var mine = bean(FeedbackDesk.class)
                .list(caller("globex", "otis"), Optional.empty(), 1)
                .items()
                .getFirst();
        assertThat(mine.text()).isEqualTo(words);
        assertThat(mine.attachments())
                .containsEntry(Attachment.ACTION, "imports.view")
                .containsEntry(Attachment.SCREEN, ":tenant/imports")
                .doesNotContainKey(Attachment.ADDRESS);
        assertThat(mine.receipt()).isPresent();
        assertThat(page("globex/feedback")).contains(words, "new").doesNotContain("By");
        assertThat(page("globex/feedback/" + mine.id()))
                .contains(words, "imports.view", "Timeline 15 minutes before and after", "reported");
    }

    @Test
    void aScreenshotIsShownBeforeItIsSentTakenAwayAndSentAfterAll() {
        signedIn("globex", "otis");
        page("globex/feedback");
        find(Button.class).withText("Feedback").all().getFirst().click();
        var choice = find(PictureChoice.class).single();
        choice.received("<svg/>".getBytes(UTF_8));
        assertThat(choice.getElement().getTextRecursively()).contains("no PNG, JPEG or WebP");
        choice.received(TestPictures.file("png", 40, 30));
        assertThat(choice.getElement().getTextRecursively())
                .contains("Picture: PNG, 40 × 30")
                .doesNotContain("no PNG");
        button("Remove the picture").click();
        assertThat(choice.chosen()).isEmpty();
        choice.received(TestPictures.file("jpeg", 40, 30));
        text("What hurts?").setValue("Look at this.");
        button("Send").click();
        var mine = bean(FeedbackDesk.class)
                .list(caller("globex", "otis"), Optional.empty(), 1)
                .items()
                .getFirst();
        assertThat(page("globex/feedback/" + mine.id())).contains("Look at this.", "JPEG, 40 × 30");
        assertThat(find(PictureImage.class).all()).hasSize(1);
    }

    @Test
    void whoWasAskedOftenEnoughSaysSoAndTakesItBack() {
        signedIn("globex", "gus");
        page("globex/feedback");
        asked().setValue(false);
        assertThat(now()).contains("you are not asked any more");
        assertThat(bean(Prompts.class).isOn(caller("globex", "gus"))).isFalse();
        page("globex/feedback");
        assertThat(asked().getValue()).isFalse();
        asked().setValue(true);
        assertThat(bean(Prompts.class).isOn(caller("globex", "gus"))).isTrue();
    }

    private Checkbox asked() {
        return find(Checkbox.class)
                .withLabel("Ask me now and then how something went")
                .single();
    }

    @Test
    void anAdminSeesTheTenantsFeedbackAndAColleagueOnlyTheirOwn() {
        var said = submitted("globex", "otis", "Slow " + UUID.randomUUID());
        signedIn("globex", "grace");
        assertThat(page("globex/feedback")).contains(said.text(), "Otis");
        assertThat(page("globex/feedback/" + said.id())).contains(said.text());
        signedIn("globex", "gus");
        assertThat(page("globex/feedback/" + said.id())).contains("There is nothing at this address");
        signedIn("acme", "ada");
        assertThat(page("acme/feedback/" + said.id()))
                .contains("There is nothing at this address", "You are signed in to Acme");
    }

    @Test
    void noTenantButThePlatformHasABoardAndThereOnlyAPmSeesIt() {
        submitted("acme", "otto", "Blocked.");
        signedIn("acme", "ada");
        assertThat(page("acme/board")).contains("There is nothing at this address");
        page("acme/feedback");
        assertThat(find(SideNavItem.class).all())
                .extracting(SideNavItem::getLabel)
                .doesNotContain("Top-10 board");
        signedIn("platform", "fay");
        page("platform/board");
        assertThat(find(NotAllowedToSee.class).all()).hasSize(1);
    }

    @Test
    void thePmTriagesReadsWithAReceiptAndClosesOnlyWithACompleteCard() {
        var secret = "It hurts " + UUID.randomUUID();
        var said = submitted("acme", "otto", secret);
        var flag = "f-" + UUID.randomUUID();
        bean(FlagChanges.class)
                .create(caller("platform", "root"), new FlagKey(flag), new FlagDraft("Kinder", Optional.empty(), true));
        signedIn("platform", "pam");
        assertThat(page("platform/board"))
                .contains("Score = impact", "Owner: nobody yet")
                .doesNotContain(secret);
        var address = "platform/board/" + said.issue();
        assertThat(page(address)).contains("1 member + 1 tenant", "Acme").doesNotContain(secret);
        button("Read, with a receipt").click();
        assertThat(now()).contains(secret);
        button("Triage: the clock starts").click();
        assertThat(now()).contains("71 h left", "Done: make it triaged.");
        button("Pause the clock").click();
        assertThat(now()).contains("Say why in 1 to 500 characters.");
        text("Why").setValue("Waiting for an answer.");
        button("Pause the clock").click();
        assertThat(now()).contains("paused, ", "Waiting for an answer.");
        button("Resume the clock").click();
        button("Fixed").click();
        assertThat(now()).contains("The fix card still lacks: test, policy impact note", "flag name");
        for (var field : new String[] {"Test", "Policy impact note", "Performance and cost note", "Receipt coverage"}) {
            text(field).setValue("Done.");
        }
        flagNamed().setValue(flag);
        button("Save the card").click();
        button("Fixed").click();
        assertThat(now()).contains("in time, ", "Done: make it fixed.", flag + "on for all");
        signedIn("acme", "otto");
        assertThat(page("acme/feedback/" + said.id())).contains("fixed").doesNotContain("Waiting for an answer.");
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> flagNamed() {
        return (ComboBox<String>) find(ComboBox.class).withLabel("Flag name").single();
    }

    private Submission submitted(String tenant, String user, String text) {
        var ended = bean(FeedbackDesk.class)
                .submit(
                        caller(tenant, user),
                        new NewFeedback(
                                text,
                                Impact.BLOCKS,
                                Map.of(Attachment.SCREEN, ":tenant/x", Attachment.ACTION, "x." + UUID.randomUUID())));
        return ((Enforced.Done<Submission>) ended).value();
    }

    private Caller caller(String tenant, String user) {
        var id = bean(Tenants.class).findBySlug(new Slug(tenant)).orElseThrow().id();
        var member = bean(Members.class).findByUserName(id, user).orElseThrow();
        return new Caller(id, Actor.user(member.id()), member.roles());
    }

    private Button button(String text) {
        return find(Button.class).withText(text).all().getFirst();
    }

    private TextArea text(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    private static String page(String address) {
        UI.getCurrent().navigate(address);
        return now();
    }

    private static String now() {
        return UI.getCurrent().getCurrentView().getElement().getTextRecursively();
    }
}
