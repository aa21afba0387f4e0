package io.switchboard.insight.reliability.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.server.VaadinRequest;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.insight.reliability.Indicator;
import io.switchboard.platform.components.Chart;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReliabilityViewTest extends SignedInViewTest {

    @Test
    void showsACardForEachIndicatorWithItsObjectiveAndWhatIsCounted() {
        signedIn("globex", "otis");
        var view = navigate("globex/reliability", ReliabilityView.class);
        assertThat(find(H1.class, view).single().getText()).isEqualTo("Reliability");
        assertThat(find(LevelCard.class, view).all()).hasSize(Indicator.values().length);
        assertThat(find(H2.class, view).all())
                .extracting(H2::getText)
                .contains("Alerts", "Failures by day", "Response to incidents")
                .containsAll(
                        Arrays.stream(Indicator.values()).map(Indicator::title).toList());
        assertThat(view.getElement().getTextRecursively())
                .contains(Indicator.AVAILABILITY.definition(), "No baseline is on record");
        assertThat(find(Button.class, view).all()).isEmpty();
        assertThat(find(Chart.class, view).all()).hasSize(1);
    }

    @Test
    void aPartnerAdminSetsAnObjectiveAndIsToldWhatIsNone() {
        signedIn("initech", "ian");
        var view = navigate("initech/reliability", ReliabilityView.class);
        var field = find(BigDecimalField.class, view).all().getFirst();
        field.setValue(new BigDecimal("100"));
        press(view, "Set the objective of Availability");
        assertThat(view.getElement().getTextRecursively())
                .contains("bad-target")
                .contains("from 50 to 99.999");
        find(BigDecimalField.class, view).all().getFirst().setValue(new BigDecimal("99.25"));
        press(view, "Set the objective of Availability");
        assertThat(view.getElement().getTextRecursively())
                .contains("Done: set the objective of availability.", "99.25 % over 28 days");
    }

    @Test
    void recordingABaselineWithoutMitigatedIncidentsSaysWhatToDoInstead() {
        signedIn("initech", "ian");
        var view = navigate("initech/reliability", ReliabilityView.class);
        find(Button.class, view).all().stream()
                .filter(button -> button.getText().equals("Record the baseline"))
                .findFirst()
                .orElseThrow()
                .click();
        assertThat(view.getElement().getTextRecursively()).contains("Choose a period in which some were.");
    }

    private void press(ReliabilityView view, String label) {
        find(Button.class, view).all().stream()
                .filter(button -> button.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow()
                .click();
    }

    @Test
    void whoHasNoRoleForItIsToldWhichRuleSaysSo() {
        signedIn("platform", "fay");
        var view = navigate("platform/reliability", ReliabilityView.class);
        assertThat(find(NotAllowedToSee.class, view).all()).hasSize(1);
        assertThat(find(LevelCard.class, view).all()).isEmpty();
    }

    @Test
    void aRequestInWhichAPageAsksByItselfIsMarkedAsAPoll() {
        signedIn("globex", "otis");
        navigate("globex/reliability", ReliabilityView.class);
        var request = VaadinRequest.getCurrent();
        var mark = "io.switchboard.insight.reliability.RequestCounting.poll";
        assertThat(request.getAttribute(mark)).isNull();
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat(request.getAttribute(mark)).isEqualTo(true);
    }
}
