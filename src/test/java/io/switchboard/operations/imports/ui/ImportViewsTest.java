package io.switchboard.operations.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.QueryParameters;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.ChangeKind;
import io.switchboard.operations.imports.ConflictMode;
import io.switchboard.operations.imports.ImportId;
import io.switchboard.operations.imports.ImportService;
import io.switchboard.operations.imports.ImportStatus;
import io.switchboard.operations.imports.PlannedChange;
import io.switchboard.operations.imports.Upload;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.identity.Member;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ImportViewsTest extends SignedInViewTest {

    private static final String FILE =
            "Login,First,Roles,shoe_size\nzed,Zed,evaluator,41\nzoe,Zoe,approver,38\nzack,=1+1,boss,40\n";

    @Test
    void saysInAnEmptyListWhatToDo() {
        signedIn("initech", "ian");
        bean(JdbcClient.class)
                .sql("DELETE FROM import_plan WHERE tenant_id = ?")
                .param(ian().tenant().value())
                .update();
        var view = navigate("initech/imports", ImportsView.class);
        assertThat(find(EmptyState.class, view).all()).hasSize(1);
        assertThat(find(Button.class, view).withText("Import a file").all()).hasSize(1);
    }

    @Test
    void asksWhatIsInTheFileAndTakesItFromTheAddress() {
        signedIn("initech", "ian");
        var people = navigate("initech/imports/new", NewImportView.class);
        assertThat(find(H1.class, people).single().getText()).isEqualTo("Import people");
        assertThat(find(Anchor.class, people)
                        .withText("Download a template (CSV)")
                        .all())
                .hasSize(1);
        UI.getCurrent().navigate("initech/imports/new", NewImportView.of("runbooks"));
        assertThat(find(H1.class).single().getText()).isEqualTo("Import runbooks");
        assertThat(find(ListItem.class).all())
                .extracting(ListItem::getText)
                .anyMatch(text -> text.contains("CACAO 2.0 playbooks"));
        assertThat(find(Anchor.class).withText("Download a template (CSV)").all())
                .isEmpty();
    }

    @Test
    void asksAboutADocumentWhatItsKindLeavesToChoose() {
        var file = "{\"graph\": {\"nodes\": {\"x\": {}}, \"edges\": [{\"source\": \"x\", \"target\": \"x\"}]}}";
        var content = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        var upload = bean(ImportService.class).upload(ian(), "entities", "graph.json", content);
        var id = ((Upload.Accepted) upload).plan().id();
        open(id);
        @SuppressWarnings("unchecked")
        var loops = (ComboBox<String>) find(ComboBox.class)
                .withCaption("Edges from an entity to itself")
                .single();
        assertThat(loops.getValue()).isEqualTo("rejected");
        test(loops).selectItem("allowed");
        assertThat(bean(ImportService.class).find(ian(), id).orElseThrow().mapping())
                .containsEntry("self_loops", "allowed");
        test(find(Button.class).withText("Dry run").single()).click();
        settle(() -> status(id) == ImportStatus.PLANNED);
        assertThat(bean(ImportService.class)
                        .find(ian(), id)
                        .orElseThrow()
                        .counts()
                        .create())
                .isEqualTo(2);
    }

    @Test
    void takesAFileFromMappingToResult() {
        var id = uploaded(FILE);
        var view = open(id);
        assertThat(find(Paragraph.class, view).all())
                .extracting(Paragraph::getText)
                .contains("Ignored columns: shoe_size.");
        test(find(Button.class, view).withText("Dry run").single()).click();
        settle(() -> status(id) == ImportStatus.PLANNED);
        assertThat(find(Button.class).withText("Commit 1 change").all()).hasSize(1);
        choose(ChangeKind.HELD);
        tick().setValue(true);
        test(find(Button.class).withText("Commit 2 changes").single()).click();
        test(find(ConfirmDialog.class).single()).confirm();
        settle(() -> status(id) == ImportStatus.COMMITTED);
        assertThat(find(H2.class).all()).extracting(H2::getText).contains("What to do next");
    }

    @Test
    void saysWhichDocumentWasRecognisedAndShowsWhereARejectIs() {
        var id = uploaded(
                "[{\"userName\": \"scim.zed\", \"nickName\": \"Z\"}, {\"userName\": \"scim.joe\", \"active\": \"perhaps\"}]");
        var view = open(id);
        assertThat(find(Select.class, view).all()).isEmpty();
        assertThat(view.getElement().getTextRecursively()).contains("SCIM 2.0 (JSON)", "Not imported: nickName.");
        test(find(Button.class, view).withText("Dry run").single()).click();
        settle(() -> status(id) == ImportStatus.PLANNED);
        var changes = bean(ImportService.class).find(ian(), id).orElseThrow();
        assertThat(changes.counts().reject()).isEqualTo(2);
    }

    @Test
    void shiftsAFieldToAnotherColumn() {
        var id = uploaded("Login,Short\nmaria.k,mk\n");
        open(id);
        var fields = fields();
        assertThat(fields).hasSize(2);
        test(fields.get(1)).selectItem("user_name");
        assertThat(fields()).extracting(Select::getValue).containsExactly("", "user_name");
    }

    @Test
    void offersNoDryRunWhereNoColumnIsTheUserName() {
        var id = uploaded("Colour\nred\n");
        var view = open(id);
        assertThat(find(Button.class, view).withText("Dry run").single().isEnabled())
                .isFalse();
        assertThat(view.getElement().getTextRecursively()).contains("No column of the file fills user_name");
    }

    @Test
    void findsRowsByGroupAndKey() {
        var view = open(planned(FILE));
        assertThat(rows(view)).isEqualTo(3);
        choose(ChangeKind.REJECT);
        assertThat(rows(view)).isEqualTo(1);
        choose(ChangeKind.ALL);
        test(find(TextField.class, view).single()).setValue("ZO");
        assertThat(rows(view)).isEqualTo(1);
    }

    @Test
    void offersANewDryRunOfTheSameFileWhereMembersChangedMeanwhile() {
        var id = planned("user_name,department\nian,Sales\n");
        bean(JdbcClient.class)
                .sql("UPDATE member SET version = version + 1 WHERE tenant_id = ? AND user_name = 'ian'")
                .param(ian().tenant().value())
                .update();
        bean(ImportService.class).commit(ian(), id);
        var view = open(id);
        assertThat(view.getElement().getTextRecursively())
                .contains("1 of the plan's rows changed since it was made: ian");
        test(find(Button.class, view).withText("New dry run of this file").single())
                .click();
        assertThat(find(H1.class).single().getText()).isEqualTo("people.csv → Identities");
        assertThat(bean(ImportService.class).latest(ian(), 1).getFirst().id()).isNotEqualTo(id);
    }

    @Test
    void takesAnImportBackFromItsPage() {
        var id = planned("user_name,department\nundone.one,Sales\n");
        bean(ImportService.class).commit(ian(), id);
        test(find(Button.class, open(id)).withText("Preview the revert").single())
                .click();
        var revert = bean(ImportService.class).latest(ian(), 1).getFirst().id();
        settle(() -> status(revert) == ImportStatus.PLANNED);
        var view = open(revert);
        assertThat(find(H1.class).single().getText()).isEqualTo("Revert of people.csv → Identities");
        choose(ChangeKind.REMOVE);
        assertThat(rows(view)).isEqualTo(1);
        test(find(Button.class, view).withText("Commit 1 change").single()).click();
        test(find(ConfirmDialog.class).single()).confirm();
        settle(() -> status(revert) == ImportStatus.COMMITTED);
        assertThat(open(id).getElement().getTextRecursively()).contains("Reverted by" + revert);
    }

    @Test
    void asksWhatHappensToRowsThatExistAndCommitsNothingWhereItStops() {
        var id = uploaded("user_name,department\nian,Elsewhere\n");
        test(modes(open(id))).selectItem("stop: nothing is committed while there are any");
        test(find(Button.class).withText("Dry run").single()).click();
        settle(() -> status(id) == ImportStatus.PLANNED);
        var view = open(id);
        assertThat(view.getElement().getTextRecursively())
                .contains("This import stops where something exists and differs, and 1 row does.");
        assertThat(find(Button.class, view)
                        .withText("Nothing to commit")
                        .single()
                        .isEnabled())
                .isFalse();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<ConflictMode> modes(Component view) {
        return find(RadioButtonGroup.class, view).all().stream()
                .filter(group -> "Conflict mode".equals(group.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void filtersRowsAsTheAddressSaysAndSaysSoInTheAddress() {
        var id = planned(FILE);
        UI.getCurrent().navigate("initech/imports/" + id, QueryParameters.of("rows", "reject"));
        assertThat(rows(find(ImportView.class).single())).isEqualTo(1);
    }

    @Test
    void discardsAPlanAndSaysWhatNext() {
        var id = planned(FILE);
        var view = open(id);
        test(find(Button.class, view).withText("Discard this plan").single()).click();
        assertThat(status(id)).isEqualTo(ImportStatus.DISCARDED);
        assertThat(find(Button.class, view).withText("New dry run of this file").all())
                .hasSize(1);
    }

    @Test
    void showsNoImportToSomebodyWhoMayNotSeeThem() {
        var id = planned(FILE);
        signedIn("globex", "otis");
        assertThat(find(NotAllowedToSee.class, navigate("globex/imports", ImportsView.class))
                        .all())
                .hasSize(1);
        assertThat(navigate("globex/imports/" + id, ImportView.class)
                        .getElement()
                        .getTextRecursively())
                .doesNotContain("people.csv");
    }

    private void choose(ChangeKind kind) {
        @SuppressWarnings("unchecked")
        var groups = (RadioButtonGroup<ChangeKind>)
                (Component) find(RadioButtonGroup.class).single();
        groups.setValue(kind);
    }

    private long rows(ImportView view) {
        return find(Grid.class, view).single().getLazyDataView().getItems().count();
    }

    private Checkbox tick() {
        var grid = find(Grid.class).single();
        @SuppressWarnings("unchecked")
        var rows = (Grid<PlannedChange>) grid;
        return boxes(((ComponentRenderer<?, PlannedChange>)
                                rows.getColumns().getFirst().getRenderer())
                        .createComponent(rows.getLazyDataView().getItem(0)))
                .getFirst();
    }

    private static List<Checkbox> boxes(Component component) {
        return component instanceof Checkbox box
                ? List.of(box)
                : component
                        .getChildren()
                        .flatMap(child -> boxes(child).stream())
                        .toList();
    }

    private List<Select<String>> fields() {
        @SuppressWarnings("unchecked")
        var all = (List<Select<String>>) (List<?>) find(Select.class).all();
        return all.stream()
                .filter(select -> select.hasClassName("imports-field"))
                .toList();
    }

    /** What the page's polling does in a browser. */
    private void settle(BooleanSupplier reached) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!(reached.getAsBoolean() && find(UnderWay.class).all().isEmpty()) && System.nanoTime() < deadline) {
            find(ImportPage.class).single().look();
            roundTrip();
        }
        assertThat(reached.getAsBoolean()).isTrue();
    }

    private ImportView open(ImportId id) {
        return navigate("initech/imports/" + id, ImportView.class);
    }

    private ImportStatus status(ImportId id) {
        return bean(ImportService.class).find(ian(), id).orElseThrow().status();
    }

    private ImportId planned(String file) {
        var id = uploaded(file);
        bean(ImportService.class).plan(ian(), id, Map.of());
        return id;
    }

    private ImportId uploaded(String file) {
        var content = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        var upload = bean(ImportService.class).upload(ian(), "identities", "people.csv", content);
        return ((Upload.Accepted) upload).plan().id();
    }

    private Caller ian() {
        Member ian = signedIn("initech", "ian");
        return new Caller(ian.tenant(), Actor.user(ian.id()), ian.roles());
    }
}
