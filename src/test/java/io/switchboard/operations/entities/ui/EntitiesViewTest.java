package io.switchboard.operations.entities.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.kernel.Slug;
import io.switchboard.operations.entities.TestGraph;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.tenancy.Tenants;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class EntitiesViewTest extends SignedInViewTest {

    private final TestGraph graph = new TestGraph()
            .node("web", "service", "Web shop")
            .node("api", "service")
            .node("db", "database", "Ledger")
            .node("ann", "person", "Ann")
            .edge("web", "calls", "api")
            .edge("api", "reads", "db")
            .edge("db", "owned-by", "ann");

    private void written(TestGraph wanted) {
        wanted.write(
                bean(DataSource.class),
                bean(Tenants.class).findBySlug(new Slug("globex")).orElseThrow().id());
    }

    private static String text(Component view) {
        return view.getElement().getTextRecursively();
    }

    @Test
    void leadsToTheImportWhereThereIsNothing() {
        written(new TestGraph());
        signedIn("globex", "grace");
        var view = navigate("globex/entities", EntitiesView.class);
        assertThat(find(EmptyState.class, view).single().getElement().getOuterHTML())
                .contains("globex/imports");
    }

    @Test
    void listsSearchesAndFiltersByTheAddress() {
        written(graph);
        signedIn("globex", "grace");
        var view = navigate("globex/entities", EntitiesView.class);
        assertThat(find(RouterLink.class, view).all())
                .extracting(RouterLink::getText)
                .containsExactly("ann", "api", "db", "web");
        test(find(TextField.class, view).single()).setValue("led");
        assertThat(find(RouterLink.class).withText("db").all()).hasSize(1);
        assertThat(find(RouterLink.class).withText("web").all()).isEmpty();
        UI.getCurrent().navigate("globex/entities", QueryParameters.of("types", "service"));
        assertThat(find(RouterLink.class).withText("web").all()).hasSize(1);
        assertThat(find(RouterLink.class).withText("db").all()).isEmpty();
        UI.getCurrent().navigate("globex/entities", QueryParameters.of("search", "nothing"));
        assertThat(find(RouterLink.class).withText("Show all entities").all()).hasSize(1);
    }

    @Test
    void showsWhatIsNearAndFollowsTheChosenHops() {
        written(graph);
        signedIn("globex", "grace");
        var view = navigate("globex/entities/" + graph.id("web"), EntityView.class);
        assertThat(find(H1.class).single().getText()).isEqualTo("Web shop");
        assertThat(text(view)).contains("2 entities within reach (1 at 1 hop, 1 at 2 hops), 2 edges among them.");
        @SuppressWarnings("unchecked")
        var hops =
                (Select<Integer>) find(Select.class, view).withCaption("Hops").single();
        hops.setValue(3);
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .contains("3 entities within reach (1 at 1 hop, 1 at 2 hops, 1 at 3 hops), 3 edges among them.");
        assertThat(find(RouterLink.class).withText("Ann").all()).hasSize(1);
    }

    @Test
    void saysWhereNothingIsNear() {
        written(graph);
        signedIn("globex", "grace");
        UI.getCurrent().navigate("globex/entities/" + graph.id("web"), QueryParameters.of("direction", "in"));
        assertThat(text(find(EntityView.class).single())).contains("Nothing is connected to it this way.");
    }

    @Test
    void hidesPeopleFromAnOperator() {
        written(graph);
        signedIn("globex", "otis");
        var list = navigate("globex/entities", EntitiesView.class);
        assertThat(text(list)).contains("3 entities").doesNotContain("Ann");
        UI.getCurrent().navigate("globex/entities/" + graph.id("web"), QueryParameters.of("hops", "6"));
        var near = find(EntityView.class).single();
        assertThat(text(near)).contains("2 entities within reach").doesNotContain("Ann");
    }
}
