package io.switchboard.insight.success.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.insight.success.Metric;
import io.switchboard.insight.success.Period;
import io.switchboard.insight.success.Success;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Slug;
import io.switchboard.operations.incidents.IncidentChanges;
import io.switchboard.operations.onboarding.Checklist;
import io.switchboard.platform.components.Chart;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuccessViewTest extends SignedInViewTest {

    private void somethingIsDone(String tenant, String user) {
        opened(signedIn(tenant, user));
    }

    private void opened(Member member) {
        var opening = new IncidentChanges.Opening("Slow", Optional.empty(), Optional.empty(), "", Optional.empty());
        assertThat(bean(IncidentChanges.class).open(caller(member), opening)).isInstanceOf(Enforced.Done.class);
    }

    private static Caller caller(Member member) {
        return new Caller(member.tenant(), Actor.user(member.id()), member.roles());
    }

    @Test
    void showsATileForEachFigureWithItsDefinitionAndTheReceiptsBehindIt() {
        somethingIsDone("acme", "ada");
        var view = navigate("acme/success", SuccessView.class);
        assertThat(find(H1.class, view).single().getText()).isEqualTo("Success");
        assertThat(find(Tile.class, view).all()).hasSize(Metric.values().length);
        for (var metric : Metric.values()) {
            var tile = tile(view, metric);
            assertThat(find(H2.class, tile).single().getText()).isEqualTo(metric.title());
            assertThat(find(Paragraph.class, tile).single().getText()).isEqualTo(metric.definition());
            assertThat(find(Anchor.class, tile).all())
                    .hasSize(1 + metric.behind().size())
                    .allSatisfy(link -> assertThat(link.getHref())
                            .startsWith(metric.behind().isEmpty() ? "/acme/setup" : "/acme/receipts?"));
        }
    }

    private Tile tile(SuccessView view, Metric metric) {
        return find(Tile.class, view).all().stream()
                .filter(tile -> metric.id().equals(tile.getElement().getAttribute("data-metric")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsWhatWasDoneAMomentAgo() {
        somethingIsDone("acme", "ada");
        var view = navigate("acme/success", SuccessView.class);
        var number = find(Anchor.class, tile(view, Metric.ACTIVE_PEOPLE)).all().stream()
                .filter(link -> link.hasClassName("tile-number"))
                .findFirst()
                .orElseThrow();
        assertThat(Integer.parseInt(number.getText())).isPositive();
        assertThat(number.getHref()).contains("outcome=allowed").contains("by=user");
        assertThat(find(Chart.class, view).all()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void anOpenDashboardSeesWhatAnotherPersonDoesAtTheNextPollAndKeepsItsTiles() {
        somethingIsDone("acme", "ada");
        var view = navigate("acme/success", SuccessView.class);
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(1_000);
        var tile = tile(view, Metric.ACTIVE_PEOPLE);
        var before = actions(view);
        var ada = bean(Members.class)
                .findByUserName(
                        bean(Tenants.class)
                                .findBySlug(new Slug("acme"))
                                .orElseThrow()
                                .id(),
                        "ada")
                .orElseThrow();
        opened(ada);
        assertThat(actions(view)).isEqualTo(before);
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat(actions(view)).isNotEqualTo(before);
        assertThat(tile(view, Metric.ACTIVE_PEOPLE)).isSameAs(tile);
        UI.getCurrent().navigate("acme/receipts");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    @Test
    void anotherPeriodChangesNumbersAndKeepsThePage() {
        somethingIsDone("acme", "ada");
        var view = navigate("acme/success", SuccessView.class);
        var tile = tile(view, Metric.ACTIVE_PEOPLE);
        UI.getCurrent().navigate("acme/success", QueryParameters.of("period", "7"));
        assertThat(find(Paragraph.class, view).all())
                .extracting(Paragraph::getText)
                .anyMatch(text -> text.startsWith("Each figure is about the last 7 days"));
        assertThat(tile(view, Metric.ACTIVE_PEOPLE)).isSameAs(tile);
        assertThat(find(RouterLink.class, view).all())
                .filteredOn(link -> link.getElement().hasAttribute("aria-current"))
                .extracting(RouterLink::getText)
                .containsExactly("7 days");
        signedIn("acme", "eve");
        UI.getCurrent().navigate("acme/success", QueryParameters.of("period", "90"));
        assertThat(find(Tile.class, view).all()).isEmpty();
    }

    /** How much each of the active people did, as the page says it. */
    private List<String> actions(SuccessView view) {
        return find(Anchor.class, view).all().stream()
                .flatMap(link -> Optional.ofNullable(link.getElement().getAttribute("aria-label")).stream())
                .filter(label -> label.contains("allowed actions of"))
                .toList();
    }

    @Test
    void tellsATenantThatHasDoneNothingWhatToDo() {
        var member = signedIn("globex", "gus");
        var tenant = bean(Tenants.class).find(member.tenant()).orElseThrow();
        var context = new TenantContext(tenant, member);
        var board = new SuccessBoard(
                Optional.of(context),
                new SuccessTables(bean(ActorNames.class), bean(ReceiptQuery.class), bean(Clock.class)));
        board.show(new Success(
                tenant,
                Period.WEEK,
                tenant.createdAt(),
                Optional.empty(),
                List.of(),
                new Checklist(tenant, List.of()),
                List.of(),
                List.of(),
                List.of(),
                Map.of()));
        var links = board.getElement().getOuterHTML();
        assertThat(links).contains("/globex/setup").contains("Nothing to count yet");
        assertThat(find(Tile.class, board).all()).isEmpty();
    }

    @Test
    void showsNothingToWhoeverMayNotLook() {
        signedIn("acme", "eve");
        var view = navigate("acme/success", SuccessView.class);
        assertThat(find(NotAllowedToSee.class, view).all()).hasSize(1);
        assertThat(find(Tile.class, view).all()).isEmpty();
    }
}
