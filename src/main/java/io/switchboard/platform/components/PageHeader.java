package io.switchboard.platform.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** The head of a page: one title, one sentence that says what the page is for, at most one primary action. */
public final class PageHeader extends Header {

    public PageHeader(String title, String sentence) {
        addClassName("page-header");
        var words = new Div(new H1(title), new Paragraph(sentence));
        words.addClassName("page-header-words");
        add(words);
    }

    public PageHeader(String title, String sentence, Component primaryAction) {
        this(title, sentence);
        primaryAction.addClassName("page-header-action");
        add(primaryAction);
    }
}
