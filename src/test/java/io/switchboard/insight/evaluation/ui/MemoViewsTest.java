package io.switchboard.insight.evaluation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.ui.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MemoViewsTest extends SignedInViewTest {

    private EvaluationView begun() {
        signedIn("acme", "eve");
        var view = navigate("acme/evaluation", EvaluationView.class);
        find(DatePicker.class)
                .single()
                .setValue(LocalDate.ofInstant(bean(Clock.class).instant(), ZoneOffset.UTC));
        find(Button.class).withText("Begin the 30 days").single().click();
        return view;
    }

    @Test
    void anEvaluatorSignsAndAPmReadsAndCountersigns() {
        var view = begun();
        find(TextArea.class).single().setValue("Keys follow in December.");
        find(Button.class).withText("Sign the memo").single().click();
        assertThat(view.getElement().getTextRecursively())
                .contains(
                        "Done: sign the memo.",
                        "waits for the platform",
                        "Success metrics",
                        "Active people",
                        "Onboarding checklist",
                        "Configure your tenant");
        assertThat(find(Anchor.class).all().stream().map(Anchor::getText)).contains("PDF", "JSON", "HTML");

        signedIn("platform", "pam");
        var page = navigate("platform/evaluations", EvaluationsView.class);
        assertThat(page.getElement().getTextRecursively()).contains("Acme", "waits for the platform");
        find(Button.class)
                .withCondition(button -> button.getElement().getAttribute("aria-label") != null
                        && button.getElement().getAttribute("aria-label").startsWith("Read the memo of Acme"))
                .single()
                .click();
        assertThat(find(MemoDialog.class).single().getElement().getTextRecursively())
                .contains("Keys follow in December.", "Exit criterion", "The guided setup is complete");
        find(Button.class).withText("Countersign").single().click();
        assertThat(page.getElement().getTextRecursively()).contains("Done: answer the memo.", "signed by both sides");

        signedIn("acme", "eve");
        assertThat(navigate("acme/evaluation", EvaluationView.class)
                        .getElement()
                        .getTextRecursively())
                .contains("signed by both sides");
    }

    @Test
    void aMemoWithoutItsReasonIsRefusedWithTheRule() {
        begun();
        find(Button.class).withText("Sign the memo").single().click();
        assertThat(find(Refusal.class).single().getElement().getTextRecursively())
                .contains("exit criteria are open");
    }

    @Test
    void anOperatorSeesWhoSignsAndTakesNothingAlong() {
        begun();
        signedIn("acme", "otto");
        navigate("acme/evaluation", EvaluationView.class);
        assertThat(find(Button.class).withText("Sign the memo").all()).isEmpty();
        assertThat(find(Anchor.class).all().stream().map(Anchor::getText)).doesNotContain("PDF");
    }

    @Test
    void thePageOfAllEvaluationsIsThePlatforms() {
        signedIn("acme", "ada");
        UI.getCurrent().navigate("acme/evaluations");
        assertThat(UI.getCurrent().getCurrentView().getElement().getTextRecursively())
                .contains("There is nothing at this address");
    }
}
