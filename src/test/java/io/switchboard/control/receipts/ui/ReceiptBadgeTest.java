package io.switchboard.control.receipts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.receipts.LogState;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Slug;
import org.junit.jupiter.api.Test;

class ReceiptBadgeTest {

    private static final ReceiptId ID = ReceiptId.of(new byte[] {1});

    @Test
    void linksToTheReceiptAndSaysItsStateInWords() {
        for (LogState state : LogState.values()) {
            var element = new ReceiptBadge(new Slug("globex"), ID, state).getElement();
            assertThat(element.getAttribute("href")).isEqualTo("/globex/receipts/" + ID);
            assertThat(element.getTextRecursively()).contains(ID.abbreviated(), state.wire());
            assertThat(element.getAttribute("aria-label")).contains(ID.value(), state.wire());
        }
    }
}
