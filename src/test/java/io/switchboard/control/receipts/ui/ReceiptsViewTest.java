package io.switchboard.control.receipts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Paragraph;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.receipts.BundleScope;
import io.switchboard.operations.administration.EvidenceExports;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.identity.CurrentMember;
import org.junit.jupiter.api.Test;

class ReceiptsViewTest extends SignedInViewTest {

    @Test
    void saysHowToGetTheFirstReceiptWhereThereIsNone() {
        signedIn("initech", "ian");
        navigate("initech/receipts", ReceiptsView.class);
        assertThat(find(EmptyState.class).single().getElement().getTextRecursively())
                .contains("No receipts yet");
    }

    @Test
    void listsWhatTheMemberDidUnderTheirName() {
        var grace = signedIn("globex", "grace");
        var caller = bean(CurrentMember.class).callerIn(grace.tenant()).orElseThrow();
        bean(EvidenceExports.class).export(caller, BundleScope.EVERYTHING);
        var view = navigate("globex/receipts", ReceiptsView.class);
        assertThat(find(Paragraph.class, view).all())
                .extracting(Paragraph::getText)
                .anyMatch(text -> text.matches("\\d+ receipts?.*"));
        assertThat(view.getElement().getTextRecursively()).contains("receipts.export-evidence", "Grace Hopperfield");
    }
}
