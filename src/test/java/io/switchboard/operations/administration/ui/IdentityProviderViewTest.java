package io.switchboard.operations.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.browserless.SignedInViewTest;
import org.junit.jupiter.api.Test;

class IdentityProviderViewTest extends SignedInViewTest {

    @Test
    void offersNoLaterStepBeforeTheOneBeforeIt() {
        signedIn("initech", "ian");
        navigate("initech/settings/identity-provider", IdentityProviderView.class);
        assertThat(find(Button.class).withText("Activate").all()).isEmpty();
        assertThat(find(Anchor.class).withText("Start the test login").all()).isEmpty();
    }

    @Test
    void asksForEveryFieldAtOnce() {
        signedIn("initech", "ian");
        navigate("initech/settings/identity-provider", IdentityProviderView.class);
        test(find(Button.class).withText("Connect").single()).click();
        assertThat(find(TextField.class).all()).allMatch(TextField::isInvalid);
        assertThat(find(PasswordField.class).single().isInvalid()).isTrue();
    }

    @Test
    void saysAtTheIssuerWhyItCannotBeLookedUp() {
        signedIn("initech", "ian");
        navigate("initech/settings/identity-provider", IdentityProviderView.class);
        var issuer = find(TextField.class).withCaption("Issuer").single();
        test(issuer).setValue("http://169.254.169.254");
        test(find(Button.class).withText("Look it up").single()).click();
        assertThat(issuer.getErrorMessage()).contains("which is no public address");
    }

    @Test
    void letsOthersSeeWhereSignInsGoAndNoMore() {
        signedIn("globex", "otis");
        navigate("globex/settings/identity-provider", IdentityProviderView.class);
        assertThat(find(TextField.class).all()).isEmpty();
        assertThat(find(Button.class).withText("Connect").all()).isEmpty();
    }
}
