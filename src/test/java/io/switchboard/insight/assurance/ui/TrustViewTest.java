package io.switchboard.insight.assurance.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.operations.delivery.ui.ShareDialog;
import org.junit.jupiter.api.Test;

class TrustViewTest extends SignedInViewTest {

    @Test
    void everyDocumentOfThePageIsSharedByALinkAndTheLinkIsListedAndRevokedThere() {
        signedIn("globex", "grace");
        var view = navigate("globex/trust", TrustView.class);
        share(view, "Share the one-pager", "For Jane Doe");
        share(view, "Share the pack", "");
        share(view, "Share the bundle", "");
        assertThat(view.getElement().getTextRecursively())
                .contains("posture-one-pager-copy.pdf", "posture-pack.pdf", "evidence.zip")
                .contains("Posture one-pager, a copy with a watermark");
        var revoke = find(Button.class, view).withText("Revoke").all();
        test(revoke.getFirst()).click();
        assertThat(find(Button.class, view).withText("Revoke").all()).hasSize(revoke.size() - 1);
        assertThat(view.getElement().getTextRecursively()).contains("Done: revoke the link to", "revoked");
    }

    @Test
    void aBundleCarriesNoWatermark() {
        signedIn("globex", "grace");
        var view = navigate("globex/trust", TrustView.class);
        test(find(Button.class, view).withText("Share the bundle").single()).click();
        var dialog = find(ShareDialog.class).single();
        assertThat(find(TextField.class, dialog).all()).isEmpty();
        dialog.close();
    }

    private void share(TrustView view, String button, String watermark) {
        test(find(Button.class, view).withText(button).single()).click();
        var dialog = find(ShareDialog.class).single();
        if (!watermark.isEmpty()) {
            find(TextField.class, dialog).single().setValue(watermark);
        }
        test(find(Button.class, dialog).withText("Make the link").single()).click();
        assertThat(find(TextField.class, dialog).single().getValue()).contains("/share/globex/");
        dialog.close();
    }
}
