package io.switchboard.operations.drills.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import org.junit.jupiter.api.Test;

/** The portal of the tests has no drill server. */
class DrillsViewTest extends SignedInViewTest {

    @Test
    void withoutADrillServerItSaysThatARestoreIsNotProvenAndWhatToSet() {
        signedIn("platform", "root");
        assertThat(page("platform/drills")).contains("not proven", "SWITCHBOARD_DRILL_URL");
        assertThat(find(Button.class).withText("Run a drill").all()).isEmpty();
    }

    @Test
    void theRestOfThePlatformDoesNotSeeItAndNoTenantHasIt() {
        signedIn("platform", "fay");
        page("platform/drills");
        assertThat(find(NotAllowedToSee.class).all()).hasSize(1);
        signedIn("acme", "ada");
        assertThat(page("acme/drills")).contains("There is nothing at this address");
    }

    private String page(String address) {
        UI.getCurrent().navigate(address);
        return UI.getCurrent().getCurrentView().getElement().getTextRecursively();
    }
}
