package io.switchboard.platform.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What a list shows while it has nothing to list: what would be here, and the one action that brings it. No dead ends. */
public final class EmptyState extends Div {

    public EmptyState(String title, String sentence, Component action) {
        addClassName("empty-state");
        add(new H2(title), new Paragraph(sentence), action);
    }
}
