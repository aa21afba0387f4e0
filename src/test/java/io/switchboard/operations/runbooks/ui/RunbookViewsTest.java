package io.switchboard.operations.runbooks.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.ImportCounts;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.ImportService;
import io.switchboard.operations.imports.ImportStatus;
import io.switchboard.operations.imports.Upload;
import io.switchboard.operations.runbooks.Runbook;
import io.switchboard.operations.runbooks.RunbookDesk;
import io.switchboard.operations.runbooks.RunbookFilter;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.components.LinesView;
import io.switchboard.platform.identity.Member;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunbookViewsTest extends SignedInViewTest {

    @Test
    void saysInAnEmptyListHowRunbooksCome() {
        signedIn("initech", "ian");
        var view = navigate("initech/runbooks", RunbooksView.class);
        assertThat(find(EmptyState.class, view).all()).hasSize(1);
        assertThat(find(Anchor.class, view).withText("Import runbooks").single().getHref())
                .isEqualTo("/initech/imports/new?kind=runbooks");
    }

    @Test
    void bringsARunbookAndKeepsEveryVersion() {
        committed(file("kept", "90s"));
        committed(file("kept", "2m"));
        assertThat(committed(file("kept", "2m")).counts().unchanged()).isEqualTo(1);
        var runbook = runbook("kept");
        assertThat(runbook.version()).isEqualTo(2);
        var versions = bean(RunbookDesk.class).versions(grace(), runbook.id());
        assertThat(versions).hasSize(2);
        assertThat(versions.getFirst().definition()).contains("\"for\":\"2m\"");
        assertThat(versions.getLast().digest())
                .isEqualTo(io.switchboard.kernel.Sha256.of(versions.getLast().definition()));
    }

    @Test
    void showsStepsRemarksVersionsAndWhatChanged() {
        committed(file("shown", "90s"));
        committed(file("shown", "2m"));
        var path = "globex/runbooks/" + runbook("shown").id();
        var view = navigate(path, RunbookView.class);
        assertThat(view.getElement().getTextRecursively())
                .contains("The runbook shown", "Press the red button", "L-02", "There is no owner to ask.");
        assertThat(find(ListItem.class, view).all()).hasSizeGreaterThan(1);
        assertThat(find(LinesView.class, view).single().getElement().getTextRecursively())
                .containsPattern("- +\"for\" : \"90s\"")
                .containsPattern("\\+ +\"for\" : \"2m\"");
        assertThat(find(Anchor.class, view).withText("runbooks.yaml").all()).hasSize(2);
        UI.getCurrent().navigate(path, QueryParameters.of("version", "1"));
        assertThat(find(LinesView.class).all()).isEmpty();
        assertThat(find(RouterLink.class).all()).isNotEmpty();
    }

    @Test
    void rejectsAStepThatThereIsNotWithItsPlace() {
        var plan = planned(file("bad", "90s").replace("type: wait", "type: teleport"));
        assertThat(plan.counts()).isEqualTo(new ImportCounts(1, 0, 0, 0, 1, 0, 0));
    }

    @Test
    void showsNothingToWhoMayNotSeeRunbooks() {
        signedIn("acme", "eve");
        var view = navigate("acme/runbooks", RunbooksView.class);
        assertThat(find(NotAllowedToSee.class, view).all()).hasSize(1);
    }

    private static String file(String id, String pause) {
        return """
                runbook: 1
                id: %s
                title: The runbook %s
                steps:
                  - {id: press, type: manual, with: {instruction: Press the red button}}
                  - {id: pause, type: wait, with: {for: %s}}
                """.formatted(id, id, pause);
    }

    private Runbook runbook(String key) {
        var filter = new RunbookFilter(Optional.empty(), Optional.of(key));
        return bean(RunbookDesk.class)
                .list(grace(), filter, Optional.empty(), 10)
                .items()
                .getFirst();
    }

    private ImportPlan planned(String file) {
        var imports = bean(ImportService.class);
        var bytes = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        var upload = (Upload.Accepted) imports.upload(grace(), "runbooks", "runbooks.yaml", bytes);
        imports.plan(grace(), upload.plan().id(), Map.of());
        return imports.find(grace(), upload.plan().id()).orElseThrow();
    }

    private ImportPlan committed(String file) {
        var plan = planned(file);
        bean(ImportService.class).commit(grace(), plan.id(), Set.of());
        var ended = bean(ImportService.class).find(grace(), plan.id()).orElseThrow();
        assertThat(ended.status() == ImportStatus.COMMITTED || plan.counts().changes() == 0)
                .isTrue();
        return ended;
    }

    private Caller grace() {
        Member grace = signedIn("globex", "grace");
        return new Caller(grace.tenant(), Actor.user(grace.id()), grace.roles());
    }
}
