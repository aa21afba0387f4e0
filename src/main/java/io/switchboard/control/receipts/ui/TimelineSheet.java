package io.switchboard.control.receipts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.SubjectName;
import io.switchboard.control.receipts.Timeline;
import io.switchboard.control.receipts.TimelinePage;
import io.switchboard.control.receipts.TimelineThread;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.components.FilterBar;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What both timelines show below their head: the filters, the threads, the way on. */
@org.springframework.stereotype.Component
class TimelineSheet {

    private static final int PAGE = 20;

    private final Timeline timeline;
    private final ActorNames names;
    private final Clock clock;

    TimelineSheet(Timeline timeline, ActorNames names, Clock clock) {
        this.timeline = timeline;
        this.names = names;
        this.clock = clock;
    }

    boolean knows(TenantId tenant, SubjectName subject) {
        return timeline.knows(tenant, subject);
    }

    List<Component> show(TimelinePlace place, TimelineAddress address) {
        return address.thread().map(thread -> one(place, address, thread)).orElseGet(() -> page(place, address));
    }

    private List<Component> page(TimelinePlace place, TimelineAddress address) {
        var page = timeline.page(place.context().tenant().id(), place.filter(address), address.after(), PAGE);
        if (page.items().isEmpty() && !address.filters() && address.after().isEmpty()) {
            return List.of(nothingYet(place));
        }
        var shown = new ArrayList<Component>();
        var known = new PageNames(names, place.context().tenant().id());
        shown.add(filters(place, address));
        shown.add(new TimelineChips(place, address, known));
        page.items().forEach(thread -> shown.add(new ThreadCard(place, address, thread, known, clock)));
        if (page.items().isEmpty()) {
            shown.add(noMatch(place));
        }
        shown.add(ways(place, address, page));
        return shown;
    }

    /** One thread, from its beginning or after one of its receipts. */
    private List<Component> one(TimelinePlace place, TimelineAddress address, CorrelationId id) {
        var tenant = place.context().tenant().id();
        var thread = timeline.thread(tenant, id, address.after());
        Component shown =
                thread.<Component>map(found -> card(place, found, tenant)).orElseGet(() -> noMatch(place));
        return List.of(new Paragraph(place.link("Show all threads", TimelineAddress.ALL)), shown);
    }

    private Component card(TimelinePlace place, TimelineThread thread, TenantId tenant) {
        return new ThreadCard(place, TimelineAddress.ALL, thread, new PageNames(names, tenant), clock);
    }

    private static Component nothingYet(TimelinePlace place) {
        return new EmptyState(
                "Nothing has happened yet",
                "The first governed action begins the first thread. Start with the set-up of your tenant.",
                new Anchor(place.context().path(""), "Open the set-up"));
    }

    private static Component noMatch(TimelinePlace place) {
        return new EmptyState(
                "Nothing matches",
                "No receipt here has all of the chosen values.",
                place.link("Show everything", TimelineAddress.ALL));
    }

    private static Component ways(TimelinePlace place, TimelineAddress address, TimelinePage page) {
        var ways = new Nav();
        ways.addClassName("timeline-ways");
        ways.getElement().setAttribute("aria-label", "Parts of the timeline");
        if (address.after().isPresent()) {
            ways.add(place.link("Newest threads", address.with("after", Optional.empty())));
        }
        page.next().ifPresent(next -> ways.add(older(place, address, next)));
        return ways;
    }

    private static Component older(TimelinePlace place, TimelineAddress address, ReceiptId next) {
        return place.link("Older threads", address.after(next));
    }

    private static FilterBar filters(TimelinePlace place, TimelineAddress address) {
        return new FilterBar(
                        "Filter the timeline", address.values(), changed -> place.open(new TimelineAddress(changed)))
                .text("Action", "imports.commit", "action")
                .choice("Outcome", "outcome", List.of(Outcome.values()), Outcome::wire, Outcome::wire)
                .day("From", "from")
                .day("To", "to");
    }
}
