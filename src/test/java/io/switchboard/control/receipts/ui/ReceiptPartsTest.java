package io.switchboard.control.receipts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Span;
import io.switchboard.platform.components.ShortId;
import org.junit.jupiter.api.Test;

class ReceiptPartsTest {

    @Test
    void aFactOfSeveralPartsIsShownInFullAndADigestIsShortened() {
        var parts = ReceiptParts.shown("message:msg_y42arch7iwropvemuhmetorn/attempt:1/status:204/millis:12");
        assertThat(((Span) parts).getText())
                .isEqualTo("message:msg_y42arch7iwropvemuhmetorn / attempt:1 / status:204 / millis:12");
        assertThat(ReceiptParts.shown("sha256:" + "a".repeat(64))).isInstanceOf(ShortId.class);
        assertThat(ReceiptParts.shown("webhook:pager")).isInstanceOf(Span.class);
    }
}
