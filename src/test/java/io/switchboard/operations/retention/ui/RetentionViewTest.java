package io.switchboard.operations.retention.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.feedback.FeedbackDesk;
import io.switchboard.operations.feedback.Impact;
import io.switchboard.operations.feedback.NewFeedback;
import io.switchboard.operations.feedback.Submission;
import io.switchboard.operations.retention.RetentionDesk;
import io.switchboard.platform.identity.Member;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RetentionViewTest extends SignedInViewTest {

    @Test
    void aPartnerAdminSeesWhatWouldGoPurgesItAndFindsTheManifestAndThePagesThatSaySo() {
        var grace = signedIn("globex", "grace");
        var said = oldFeedback(grace);
        var view = navigate("globex/retention", RetentionView.class);
        assertThat(text(view)).contains("Values of receipts", "Words and pictures of feedback", "(default)");
        test(find(Button.class, view).withText("Purge them now").single()).click();
        test(find(Button.class).withText("Purge").single()).click();
        assertThat(text(view)).contains("Done: purge what is older than it is kept", "took all that was due");

        var purge = bean(RetentionDesk.class).purges(caller(grace)).getFirst();
        var page = navigate("globex/retention/" + purge.id(), PurgeView.class);
        assertThat(text(page)).contains("Words and pictures of feedback", "Check it yourself");
        var feedback = navigate("globex/feedback/" + said.id(), Component.class);
        assertThat(text(feedback)).contains("Purged on", purge.id().value()).doesNotContain("It hurt long ago.");
    }

    @Test
    void aHoldIsPlacedAndLiftedAndWhileItStandsNothingCanBePurged() {
        var ian = signedIn("initech", "ian");
        oldFeedback(ian);
        var view = navigate("initech/retention", RetentionView.class);
        find(TextArea.class, view).single().setValue("A court asks.");
        test(find(Button.class, view).withText("Place a hold").single()).click();
        assertThat(text(view)).contains("A legal hold stands: nothing is purged. A court asks.");
        assertThat(find(Button.class, view).withText("Purge them now").all()).isEmpty();
        test(find(Button.class, view).withText("Lift the hold").single()).click();
        assertThat(text(view)).contains("Not done: lift the legal hold", "Say why");
        find(TextArea.class, view).single().setValue("It is over.");
        test(find(Button.class, view).withText("Lift the hold").single()).click();
        assertThat(text(view)).contains("Done: lift the legal hold", "None stands.");
        assertThat(find(Button.class, view).withText("Purge them now").all()).hasSize(1);
    }

    @Test
    void anOperatorLooksAndChangesNothing() {
        signedIn("globex", "otis");
        var view = navigate("globex/retention", RetentionView.class);
        assertThat(text(view)).contains("How long records are kept");
        assertThat(find(Button.class, view).withText("Save").all()).isEmpty();
        assertThat(find(Button.class, view).withText("Place a hold").all()).isEmpty();
    }

    private Submission oldFeedback(Member member) {
        var said = ((Enforced.Done<Submission>) bean(FeedbackDesk.class)
                        .submit(caller(member), new NewFeedback("It hurt long ago.", Impact.IDEA, Map.of())))
                .value();
        bean(JdbcClient.class)
                .sql("UPDATE feedback SET submitted_at = '2015-01-01' WHERE feedback_id = ?")
                .param(said.id().value())
                .update();
        return said;
    }

    private static Caller caller(Member member) {
        return new Caller(member.tenant(), Actor.user(member.id()), member.roles());
    }

    private static String text(Component view) {
        return view.getElement().getTextRecursively();
    }
}
