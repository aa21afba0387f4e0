package io.switchboard.insight.reliability.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Section;
import io.switchboard.platform.components.Card;

/** The cards of the page. */
final class ReliabilityCards {

    private ReliabilityCards() {}

    static Section card(String title, Component... parts) {
        var card = new Card(title, parts);
        card.addClassName("reliability-card");
        return card;
    }
}
