package io.switchboard.platform.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Span;

/** What is known about one thing: terms and their values, as a description list. */
public final class Facts extends DescriptionList {

    private static final long serialVersionUID = 1L;

    public Facts() {
        addClassName("facts");
    }

    public Facts with(String term, Component value) {
        add(new Term(term), new Description(value));
        return this;
    }

    public Facts with(String term, String value) {
        return with(term, new Span(value));
    }
}
