package io.switchboard.operations.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Pre;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.control.receipts.BundleScope;
import io.switchboard.control.receipts.TransparencyLog;
import io.switchboard.kernel.Slug;
import io.switchboard.operations.administration.EvidenceExports;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.identity.CurrentMember;
import io.switchboard.platform.tenancy.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogViewTest extends SignedInViewTest {

    /** An export brings what is committed into the log before it begins, the export before among it. */
    @BeforeEach
    void integrate() {
        signedIn("globex", "grace");
        var caller = bean(CurrentMember.class)
                .callerIn(bean(Tenants.class)
                        .findBySlug(new Slug("globex"))
                        .orElseThrow()
                        .id())
                .orElseThrow();
        for (int i = 0; i < 2; i++) {
            bean(EvidenceExports.class).export(caller, BundleScope.EVERYTHING);
        }
    }

    private boolean isPublic() {
        return bean(TransparencyLog.class)
                .status(bean(Tenants.class)
                        .findBySlug(new Slug("globex"))
                        .orElseThrow()
                        .id())
                .orElseThrow()
                .isPublic();
    }

    @Test
    void showsTheCheckpointAndWhatACheckFound() {
        navigate("globex/log", LogView.class);
        assertThat(find(Pre.class).single().getText()).contains("/log/log_");
        test(find(Button.class).withText("Check now").single()).click();
        assertThat(find(StateTag.class).all())
                .extracting(tag -> tag.getElement().getTextRecursively())
                .contains("as it was signed");
    }

    @Test
    void changesWhoMayReadIt() {
        navigate("globex/log", LogView.class);
        test(find(Button.class).withText("Let everybody read it").single()).click();
        assertThat(isPublic()).isTrue();
        test(find(Button.class).withText("Make it private").single()).click();
        assertThat(isPublic()).isFalse();
    }

    @Test
    void saysWhyNobodyCanAttestWhereNoAuthorityIsSet() {
        navigate("globex/log", LogView.class);
        test(find(Button.class).withText("Anchor now").single()).click();
        assertThat(find(Refusal.class).all()).hasSize(1);
    }
}
