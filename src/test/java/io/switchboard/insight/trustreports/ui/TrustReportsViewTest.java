package io.switchboard.insight.trustreports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.operations.delivery.ui.CopyFields;
import io.switchboard.operations.delivery.ui.ShareDialog;
import java.util.Set;
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
    void whoeverSharesAReportChoosesItsSectionsAndAWatermark() {
        signedIn("acme", "eve");
        var view = navigate("acme/trust/reports", TrustReportsView.class);
        test(find(Button.class, view).withText("Make the report").single()).click();
        test(find(Button.class, view).withText("Share").all().getFirst()).click();
        var dialog = find(ShareDialog.class).single();
        var watermark = find(TextField.class, dialog).single();
        @SuppressWarnings("unchecked")
        var sections = (CheckboxGroup<CopyFields.Part>)
                find(CheckboxGroup.class, dialog).single();
        assertThat(sections.getValue()).as("all are disclosed at first").hasSize(10);
        var make = find(Button.class, dialog).withText("Make the link").single();

        watermark.setValue("turned \u202E round");
        sections.setValue(Set.of());
        test(make).click();
        assertThat(watermark.getErrorMessage()).contains("one line of text");
        assertThat(sections.getErrorMessage()).isEqualTo("Choose at least one.");

        watermark.setValue("For Jane Doe");
        sections.setValue(
                Set.copyOf(sections.getListDataView().getItems().limit(3).toList()));
        test(make).click();
        assertThat(find(TextField.class, dialog).single().getValue()).contains("/share/acme/");
        dialog.close();
        assertThat(view.getElement().getTextRecursively()).contains("-copy.pdf");
    }

    @Test
    void aTenantWithoutThePlanIsToldWhereItsProofsAre() {
        signedIn("globex", "grace");
        var view = navigate("globex/trust/reports", TrustReportsView.class);
        assertThat(view.getElement().getTextRecursively())
                .contains("Trust Reports come with the plan Enterprise", "Go to Trust");
    }
}
