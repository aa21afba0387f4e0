package io.switchboard.operations.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.kernel.Slug;
import io.switchboard.operations.administration.KeyOperations;
import io.switchboard.platform.signing.KeyState;
import io.switchboard.platform.signing.KeyUse;
import io.switchboard.platform.signing.ListedKey;
import io.switchboard.platform.signing.TrustRoot;
import io.switchboard.platform.tenancy.Tenants;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysViewTest extends SignedInViewTest {

    @Test
    void rotatesTheKeyThatIsChosenOnceItIsConfirmed() {
        signedIn("initech", "ian");
        navigate("initech/settings/keys", KeysView.class);
        var before = current(KeyUse.LOG);
        test(find(Button.class).withText("Rotate…").single()).click();
        chooseTheLog();
        assertThat(current(KeyUse.LOG)).isEqualTo(before);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(current(KeyUse.LOG).id()).isNotEqualTo(before.id());
        assertThat(find(Span.class).withText("The new key signs from now on.").all())
                .hasSize(1);
    }

    @Test
    void retiresTheKeyBefore() {
        signedIn("initech", "ian");
        navigate("initech/settings/keys", KeysView.class);
        var before = current(KeyUse.RECEIPT);
        test(find(Button.class).withText("Rotate…").single()).click();
        test(find(ConfirmDialog.class).single()).confirm();
        test(find(Button.class)
                        .withAttribute("aria-label", "Retire key " + before.id())
                        .single())
                .click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(find(Span.class)
                        .withText("The key is retired: its window ends within a minute.")
                        .all())
                .hasSize(1);
    }

    @Test
    void showsInNumbersWhatARehearsalHasVerified() {
        signedIn("initech", "ian");
        navigate("initech/settings/keys", KeysView.class);
        var before = keys();
        test(find(Button.class).withText("Rotate…").single()).click();
        test(find(ConfirmDialog.class).single()).confirm();
        var rotated = keys();
        test(find(Button.class).withText("Rehearse a rotation").single()).click();
        assertThat(find(RehearsalReport.class).single().getElement().getTextRecursively())
                .containsPattern("old receipts? verified");
        assertThat(keys()).isEqualTo(rotated).isNotEqualTo(before);
    }

    @Test
    void letsOthersLookOnly() {
        signedIn("globex", "otis");
        navigate("globex/settings/keys", KeysView.class);
        assertThat(find(Button.class).withText("Rotate…").all()).isEmpty();
        assertThat(find(Button.class).withText("Rehearse a rotation").all()).isEmpty();
        assertThat(find(Span.class)
                        .withText(bean(TrustRoot.class).fingerprint())
                        .all())
                .hasSize(1);
        assertThat(find(Anchor.class).withText("the signed key set").all()).hasSize(1);
    }

    @Test
    void letsAPlatformAdminLookAfterTheKeysOfThePlatform() {
        signedIn("platform", "root");
        navigate("platform/settings/keys", KeysView.class);
        assertThat(find(Button.class).withText("Rotate…").all()).hasSize(1);
    }

    @SuppressWarnings("unchecked") // the class of a generic component
    private void chooseTheLog() {
        find(Select.class).withCaption("What it signs").single().setValue(KeyUse.LOG);
    }

    private ListedKey current(KeyUse use) {
        return keys().stream()
                .filter(key -> key.use() == use && key.state() == KeyState.CURRENT)
                .findFirst()
                .orElseThrow();
    }

    private List<ListedKey> keys() {
        var initech = bean(Tenants.class).findBySlug(new Slug("initech")).orElseThrow();
        return bean(KeyOperations.class).keys(initech.id());
    }
}
