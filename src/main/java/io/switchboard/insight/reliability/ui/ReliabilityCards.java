package io.switchboard.insight.reliability.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** The cards of the page. */
final class ReliabilityCards {

    private ReliabilityCards() {}

    static Section card(String title, Component... parts) {
        var card = new Section(new H2(title));
        card.addClassNames("card", "stack-card", "reliability-card");
        card.add(parts);
        return card;
    }
}
