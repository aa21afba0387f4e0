package io.switchboard.control.receipts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.BundleScope;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Receipt;
import io.switchboard.control.receipts.Timeline;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.operations.administration.EvidenceExports;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.identity.CurrentMember;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.observability.Correlations;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TimelineViewTest extends SignedInViewTest {

    @Test
    void saysHowToBeginWhereNothingHasHappened() {
        signedIn("initech", "ian");
        assertThat(text(open("initech/timeline", TimelineView.class))).contains("Nothing has happened yet");
    }

    @Test
    void threadsARefusalWithItsReason() {
        var receipt = export(signedIn("globex", "otis"));
        var view = open("globex/timeline?correlation=" + receipt.correlation(), TimelineView.class);
        var card = find(ThreadCard.class, view).single();
        assertThat(text(card))
                .contains("receipts.export-evidence", "denied", "by Otis", "receipts.", "EvidenceBundle/")
                .contains(receipt.id().abbreviated());
        assertThat(classes(card)).contains("thread-denied");
    }

    @Test
    void showsWhatCameOfOneRequestOnOneCardWithTheNumberOfRefusals() {
        var otis = signedIn("globex", "otis");
        var first = bean(Correlations.class).call(CorrelationId.random(), () -> {
            export(otis);
            return export(otis);
        });
        var view = open("globex/timeline?correlation=" + first.correlation(), TimelineView.class);
        var card = find(ThreadCard.class, view).single();
        assertThat(text(card)).contains("2 receipts", "1 denied");
        assertThat(find(ListItem.class, card).all()).hasSize(1);
    }

    @Test
    void keepsTheFilterInTheAddressAndInTheFields() {
        var grace = signedIn("globex", "grace");
        var receipt = export(grace);
        var view = open(
                "globex/timeline?outcome=allowed&action=receipts.export-evidence&actor="
                        + receipt.actor().id(),
                TimelineView.class);
        assertThat(find(TextField.class, view).single().getValue()).isEqualTo("receipts.export-evidence");
        assertThat(find(Select.class, view).single().getValue()).isEqualTo(Outcome.ALLOWED);
        assertThat(text(find(TimelineChips.class, view).single())).contains("by Grace");
        assertThat(find(ThreadCard.class, view).all()).isNotEmpty();
    }

    @Test
    void opensTheAddressOfAChangedFilterFromTheFirstPage() {
        var receipt = export(signedIn("globex", "grace"));
        var view = open("globex/timeline?after=" + receipt.id() + "&actor=mem_x", TimelineView.class);
        find(TextField.class, view).single().setValue("imports.commit");
        var query = UI.getCurrent().getActiveViewLocation().getQueryParameters();
        assertThat(query.getParameters().keySet()).containsExactlyInAnyOrder("action", "actor");
    }

    @Test
    void showsAQuarterOfAnHourAroundAReceiptThatItsPageLinksTo() {
        var receipt = export(signedIn("globex", "grace"));
        var page = navigate("globex/receipts/" + receipt.id(), ReceiptView.class);
        var view = open(link(page, "15 minutes before and after"), TimelineView.class);
        assertThat(text(view)).contains(receipt.id().abbreviated(), "from ", "before ");
        var thread = open(link(page, "Show in timeline"), TimelineView.class);
        assertThat(text(find(ThreadCard.class, thread).single()))
                .contains(receipt.id().abbreviated());
    }

    @Test
    void showsWhatHappenedToOneThing() {
        var grace = signedIn("globex", "grace");
        var receipt = export(grace);
        var page = navigate("globex/receipts/" + receipt.id(), ReceiptView.class);
        var address = link(page, "EvidenceBundle/" + grace.tenant());
        assertThat(address).isEqualTo("globex/timeline/EvidenceBundle/" + grace.tenant());
        var view = open(address, SubjectTimelineView.class);
        assertThat(text(view))
                .contains("Timeline of EvidenceBundle/", receipt.id().abbreviated());
        var asked = open("globex/timeline?subject=EvidenceBundle/" + grace.tenant(), TimelineView.class);
        assertThat(text(asked)).contains("about EvidenceBundle/", receipt.id().abbreviated());
    }

    @Test
    void hasNoTimelineOfWhatIsAnothersOrNobodys() {
        var grace = signedIn("globex", "grace");
        export(grace);
        signedIn("initech", "ian");
        for (var missing : List.of("EvidenceBundle/" + grace.tenant(), "import/imp_none")) {
            assertThat(text(navigate("initech/timeline/" + missing, Component.class)))
                    .contains("There is nothing at this address");
        }
    }

    @Test
    void saysSoWhereNothingMatchesAndLeadsBack() {
        export(signedIn("globex", "grace"));
        var view = open("globex/timeline?action=imports.nothing", TimelineView.class);
        assertThat(text(find(EmptyState.class, view).single())).contains("Nothing matches");
        assertThat(link(view, "Show everything")).isEqualTo("globex/timeline");
    }

    @Test
    void leadsToOlderThreadsAndBack() {
        var otis = signedIn("globex", "otis");
        for (int i = 0; i < 21; i++) {
            export(otis);
        }
        var view = open("globex/timeline", TimelineView.class);
        assertThat(find(ThreadCard.class, view).all()).hasSize(20);
        var older = open(link(view, "Older threads"), TimelineView.class);
        assertThat(find(ThreadCard.class, older).all()).isNotEmpty();
        assertThat(link(older, "Newest threads")).isEqualTo("globex/timeline");
    }

    @Test
    void readsOnInALongThread() {
        var otis = signedIn("globex", "otis");
        var correlation = CorrelationId.random();
        bean(Correlations.class).call(correlation, () -> {
            for (int i = 0; i < Timeline.SHOWN; i++) {
                export(otis);
            }
            return export(otis);
        });
        var view = open("globex/timeline?correlation=" + correlation, TimelineView.class);
        assertThat(text(view)).contains("more than 50 receipts");
        var rest = open(link(view, "More of this thread"), TimelineView.class);
        assertThat(find(ThreadCard.class, rest).all()).hasSize(1);
        assertThat(find(ListItem.class, find(ThreadCard.class, rest).single()).all())
                .isEmpty();
    }

    private <T extends Component> T open(String address, Class<T> view) {
        var parts = address.split("\\?", 2);
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
        return view.cast(getCurrentView());
    }

    private Receipt export(Member member) {
        Caller caller = bean(CurrentMember.class).callerIn(member.tenant()).orElseThrow();
        return switch (bean(EvidenceExports.class).export(caller, BundleScope.EVERYTHING)) {
            case Enforced.Done<byte[]> done -> done.receipt();
            case Enforced.Refused<byte[]> refused -> refused.receipt();
            case Enforced.Failed<byte[]> failed -> failed.receipt();
        };
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private static String classes(Component card) {
        return Objects.toString(card.getElement().getOuterHTML());
    }

    /** Where the link with this text leads. */
    private String link(Component in, String text) {
        var link = find(RouterLink.class, in).all().stream()
                .filter(one -> one.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link " + text));
        return link.getHref();
    }
}
