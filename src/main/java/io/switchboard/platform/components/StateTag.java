package io.switchboard.platform.components;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Locale;

/** A state in one word, told three ways: by colour, by icon and by the word, so that nobody depends on colour (WCAG 1.4.1). */
public final class StateTag extends Span {

    public StateTag(Tone tone, String word) {
        addClassNames("state-tag", "state-tag-" + tone.name().toLowerCase(Locale.ROOT));
        var icon = tone.icon.create();
        icon.getElement().setAttribute("aria-hidden", "true");
        add(icon, new Span(word));
    }

    /** What a state means to the reader; the word says which state it is. */
    public enum Tone {
        NEUTRAL(VaadinIcon.CIRCLE_THIN),
        INFO(VaadinIcon.INFO_CIRCLE_O),
        SUCCESS(VaadinIcon.CHECK_CIRCLE_O),
        WARNING(VaadinIcon.WARNING),
        DANGER(VaadinIcon.CLOSE_CIRCLE_O);

        private final VaadinIcon icon;

        Tone(VaadinIcon icon) {
            this.icon = icon;
        }
    }
}
