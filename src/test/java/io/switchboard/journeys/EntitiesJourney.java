package io.switchboard.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.switchboard.kernel.Slug;
import io.switchboard.operations.entities.TestGraph;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Random;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class EntitiesJourney extends Journey {

    private final TestGraph graph = new TestGraph()
            .node("web-shop", "service", "Web shop")
            .node("checkout", "service")
            .node("payments-api", "service", "Payments API")
            .node("ledger", "database", "Ledger")
            .node("sessions", "cache")
            .node("eu-west-1a", "zone", "EU West, zone a <script>")
            .node("team-payments", "team", "Payments team with a name that is longer than any label")
            .node("grace", "person", "Grace")
            .edge("web-shop", "calls", "checkout")
            .edge("checkout", "calls", "payments-api")
            .edge("checkout", "reads", "sessions")
            .edge("payments-api", "writes", "ledger")
            .edge("payments-api", "calls", "payments-api")
            .edge("ledger", "runs-in", "eu-west-1a")
            .edge("team-payments", "owns", "payments-api")
            .both("team-payments", "works-with", "grace");

    private void write() {
        var random = new Random(4);
        for (int i = 0; i < 300; i++) {
            graph.node("pod-%03d".formatted(i), i % 7 == 0 ? "queue" : "pod");
            graph.edge(
                    "pod-%03d".formatted(i),
                    "runs",
                    i < 40 ? "payments-api" : "pod-%03d".formatted(random.nextInt(40)));
        }
        var tenant = portal().bean(Tenants.class).findBySlug(new Slug("globex")).orElseThrow();
        graph.write(portal().bean(DataSource.class), tenant.id());
    }

    @Test
    void somebodyFindsAnEntityAndWalksToWhatIsNear() {
        write();
        signIn(page(), "globex", "grace");
        open(page(), "/globex/entities");
        checkpoint(page(), "list");
        page().getByLabel("Begins with").fill("pay");
        page().getByLabel("Begins with").press("Enter");
        page().waitForURL("**/entities?search=pay");
        link("payments-api").click();
        assertThat(page().locator("svg a.entity-node")).hasCount(200);
        checkpoint(page(), "two-hundred-of-many");
        page().locator("svg a.entity-start").scrollIntoViewIfNeeded();
        checkpoint(page(), "drawing-of-two-hundred");
        open(page(), "/globex/entities/" + graph.id("web-shop") + "?hops=4&types=service,cache,database,team");
        assertThat(page().getByText("2 at 2 hops").first()).isVisible();
        page().locator("svg a.entity-start").scrollIntoViewIfNeeded();
        checkpoint(page(), "few");
        page().locator("svg a[data-entity='" + graph.id("checkout") + "']").click();
        assertThat(page()).hasURL(Pattern.compile(".*" + graph.id("checkout") + "[?].*$"));
        assertThat(page().getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("checkout")))
                .isVisible();
        page().locator("svg a[data-entity='" + graph.id("web-shop") + "']").focus();
        page().keyboard().press("Enter");
        assertThat(page().getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Web shop")))
                .isVisible();
    }

    private Locator link(String name) {
        return page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
    }
}
