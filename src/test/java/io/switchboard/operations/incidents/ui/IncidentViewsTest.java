package io.switchboard.operations.incidents.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.ImportService;
import io.switchboard.operations.imports.Upload;
import io.switchboard.operations.incidents.IncidentChanges;
import io.switchboard.operations.incidents.IncidentStatus;
import io.switchboard.operations.incidents.Incidents;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.identity.CurrentMember;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IncidentViewsTest extends SignedInViewTest {

    private static final String FILE = """
            number,title,severity,state,changed_at,note
            V-1,<b>Mail</b> is down,SEV1,new,2026-03-01T10:00:00Z,first seen
            V-1,<b>Mail</b> is down,SEV1,resolved,2026-03-01T12:30:00Z,
            V-2,Slow pages,low,new,2026-03-02T10:00:00Z,
            """;

    @Test
    void listsWhatWasImportedAndNarrowsItByTheAddress() {
        imported();
        assertThat(list("globex/incidents")).contains("V-1", "<b>Mail</b> is down", "1 critical", "V-2");
        assertThat(list("globex/incidents?severity=critical")).contains("V-1").doesNotContain("V-2");
        assertThat(list("globex/incidents?q=%25")).contains("No incident matches");
    }

    @Test
    void showsTheTimelineOfOneIncident() {
        var grace = imported();
        var id = bean(Incidents.class)
                .findByKey(grace.tenant(), "V-1")
                .orElseThrow()
                .id();
        var view = navigate("globex/incidents/" + id, IncidentView.class);
        assertThat(view.getElement().getTextRecursively())
                .contains("V-1 · <b>Mail</b> is down", "1 Mar 2026, 12:30:00", "first seen", "resolved");
    }

    @Test
    void standsOnTheBoardWithHowQuicklyItWasLookedAfter() {
        imported();
        var board = navigate("globex/incidents/board", IncidentBoardView.class)
                .getElement()
                .getTextRecursively();
        assertThat(board).contains("MTTA, opened to acknowledged", "new · ", "V-2", "Slow pages");
        assertThat(board).as("what is resolved is no longer open").doesNotContain("V-1");
    }

    @Test
    void movesFromItsPageAndRefusesToOverwriteWhoeverWasQuicker() {
        var grace = imported();
        var incident = bean(Incidents.class).findByKey(grace.tenant(), "V-2").orElseThrow();
        navigate("globex/incidents/" + incident.id(), IncidentView.class);
        var other = bean(IncidentChanges.class);
        other.move(grace, incident.id(), IncidentStatus.WAITING, "", Optional.empty(), Optional.empty());
        say(IncidentStatus.ACTIVE);
        assertThat(find(Refusal.class).single().getElement().getTextRecursively())
                .contains("Somebody else changed this incident meanwhile");
        navigate("globex/incidents/" + incident.id(), IncidentView.class);
        say(IncidentStatus.MITIGATED);
        assertThat(find(IncidentView.class).single().getElement().getTextRecursively())
                .contains("Time to mitigate");
        assertThat(bean(Incidents.class)
                        .findByKey(grace.tenant(), "V-2")
                        .orElseThrow()
                        .status())
                .isEqualTo(IncidentStatus.MITIGATED);
    }

    @SuppressWarnings("unchecked")
    private void say(IncidentStatus status) {
        find(Select.class).all().stream()
                .filter(select -> "Status".equals(select.getLabel()))
                .forEach(select -> ((Select<IncidentStatus>) select).setValue(status));
        find(Button.class).all().stream()
                .filter(button -> button.getText().equals("Say so"))
                .forEach(Button::click);
    }

    @Test
    void saysHowToGetTheFirstIncident() {
        signedIn("initech", "ian");
        navigate("initech/incidents", IncidentsView.class);
        assertThat(find(EmptyState.class).single().getElement().getTextRecursively())
                .contains("No incidents yet");
    }

    @Test
    void saysWhichRuleKeepsAnEvaluatorOut() {
        signedIn("acme", "eve");
        navigate("acme/incidents", IncidentsView.class);
        assertThat(find(NotAllowedToSee.class).single().getElement().getTextRecursively())
                .contains("see incidents", "partner-admin");
    }

    private Caller imported() {
        var member = signedIn("globex", "grace");
        var grace = bean(CurrentMember.class).callerIn(member.tenant()).orElseThrow();
        var imports = bean(ImportService.class);
        var upload = imports.upload(
                grace, "incidents", "v.csv", new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8)));
        var plan = ((Upload.Accepted) upload).plan();
        imports.plan(grace, plan.id(), Map.of());
        imports.commit(grace, plan.id(), Set.of());
        return grace;
    }

    private static String list(String address) {
        var parts = address.split("\\?", 2);
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
        return UI.getCurrent().getCurrentView().getElement().getTextRecursively();
    }
}
