package io.switchboard.platform.components;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.text.NumberFormat;
import java.util.Locale;

/** A row of counts that belong together, such as what a plan would create, update and reject. Read as a list of "1,993 create". */
public final class Counts extends UnorderedList {

    public Counts() {
        addClassName("counts");
    }

    /** Adds one count at the end; a zero stays visible but steps back. */
    public Counts with(StateTag.Tone tone, long number, String word) {
        var item = new ListItem(figure(number), new Span(" " + word));
        item.addClassNames("count", "count-" + tone.name().toLowerCase(Locale.ROOT));
        if (number == 0) {
            item.addClassName("count-zero");
        }
        add(item);
        return this;
    }

    private static Span figure(long number) {
        var figure = new Span(NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number));
        figure.addClassName("count-figure");
        return figure;
    }
}
