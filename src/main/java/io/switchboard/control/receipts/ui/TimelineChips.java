package io.switchboard.control.receipts.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.switchboard.kernel.CorrelationId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The filters that links set and no field shows, each with a way to be rid of it. */
final class TimelineChips extends UnorderedList {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final transient TimelinePlace place;
    private final transient TimelineAddress address;

    TimelineChips(TimelinePlace place, TimelineAddress address, PageNames names) {
        this.place = place;
        this.address = address;
        addClassName("timeline-chips");
        var filter = address.filter();
        chip("actor", "by", filter.actor().map(id -> name(names, id)));
        chip("subject", "about", place.subject().isPresent() ? Optional.empty() : filter.subject());
        chip("correlation", "correlation", filter.correlation().map(CorrelationId::value));
        chip("from", "from", address.moment("from").map(TimelineChips::exact));
        chip("to", "before", address.moment("to").map(TimelineChips::exact));
    }

    /** The address has the id only; an id that is no member's is shown as it is. */
    private static String name(PageNames names, String id) {
        return id.startsWith("mem_") ? names.ofMember(id) : id;
    }

    private static String exact(Instant moment) {
        return EXACT.format(moment);
    }

    private void chip(String name, String word, Optional<?> value) {
        value.ifPresent(shown -> {
            var remove = place.link("Remove", address.with(name, Optional.empty()));
            remove.getElement().setAttribute("aria-label", "Remove the filter " + word + " " + shown);
            add(new ListItem(new Span(word + " " + shown), remove));
        });
    }
}
