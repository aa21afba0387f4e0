package io.switchboard.operations.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.platform.components.EmptyState;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pages of schedules, and the filter of the list of imports. */
class ScheduleViewsTest extends SignedInViewTest {

    @Test
    void createsAScheduleAndShowsIt() {
        signedIn("initech", "ian");
        var form = navigate("initech/imports/schedules/new", NewScheduleView.class);
        test(find(TextField.class, form).withLabel("Name").single()).setValue("Nightly people");
        test(find(TextField.class, form).withLabel("Address of the file").single())
                .setValue("https://10.0.0.1/people.csv?signature=hunter2");
        test(find(Button.class, form).withText("Create schedule").single()).click();
        assertThat(find(Refusal.class).single().getElement().getTextRecursively())
                .contains("no public address")
                .doesNotContain("hunter2");
        test(find(TextField.class, form).withLabel("Address of the file").single())
                .setValue("http://127.0.0.1:9/people.csv?signature=hunter2");
        test(find(Button.class, form).withText("Create schedule").single()).click();
        assertThat(find(H1.class).single().getText()).isEqualTo("Nightly people");
        assertThat(find(ScheduleView.class).single().getElement().getTextRecursively())
                .contains("http://127.0.0.1:9/people.csv?…")
                .doesNotContain("hunter2");
        var list = navigate("initech/imports/schedules", SchedulesView.class);
        assertThat(list.getElement().getTextRecursively()).contains("Nightly people", "1 day");
    }

    @Test
    void showsNoScheduleToWhoMayNotSeeImports() {
        signedIn("globex", "otis");
        var list = navigate("globex/imports/schedules", SchedulesView.class);
        assertThat(find(Button.class, list).withText("New schedule").all()).isEmpty();
    }

    @Test
    void keepsTheFilterOfImportsInTheAddress() {
        signedIn("initech", "ian");
        navigate("initech/imports", ImportsView.class);
        UI.getCurrent()
                .navigate("initech/imports", QueryParameters.simple(Map.of("status", "stale", "kind", "entities")));
        var states = find(Select.class).withLabel("Status").all();
        if (states.isEmpty()) {
            assertThat(find(EmptyState.class).single()).isNotNull();
        } else {
            assertThat(states.getFirst().getValue()).hasToString("STALE");
        }
    }
}
