package io.switchboard.platform.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** A part of a page with its title, one below the other. */
public final class Card extends Section {

    private static final long serialVersionUID = 1L;

    public Card(String title, Component... parts) {
        super(new H2(title));
        addClassNames("card", "stack-card");
        add(parts);
    }

    /** {@code about} says what the part is for, below its title. */
    public Card(String title, String about, Component... parts) {
        this(title);
        var words = new Paragraph(about);
        words.addClassName("muted");
        add(words);
        add(parts);
    }
}
