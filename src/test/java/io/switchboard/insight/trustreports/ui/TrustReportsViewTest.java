package io.switchboard.insight.trustreports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import io.switchboard.browserless.SignedInViewTest;
import org.junit.jupiter.api.Test;

class TrustReportsViewTest extends SignedInViewTest {

    @Test
    void anEvaluatorHasAReportMadeAndSeesItWithItsFilesAndItsReceipt() {
        signedIn("acme", "eve");
        var view = navigate("acme/trust/reports", TrustReportsView.class);
        var make = find(Button.class, view).withText("Make the report").single();
        test(make).click();
        assertThat(view.getElement().getTextRecursively())
                .contains("Done: make the Trust Report of", "so far", "PDF", "JSON", "HTML", "not recorded");
        assertThat(find(Button.class, view).withText("Switch on").all())
                .as("an evaluator does not set when reports are made")
                .isEmpty();
    }

    @Test
    void aTenantWithoutThePlanIsToldWhereItsProofsAre() {
        signedIn("globex", "grace");
        var view = navigate("globex/trust/reports", TrustReportsView.class);
        assertThat(view.getElement().getTextRecursively())
                .contains("Trust Reports come with the plan Enterprise", "Go to Trust");
    }
}
