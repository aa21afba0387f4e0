package io.switchboard.control.receipts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.TimelineEntry;
import io.switchboard.control.receipts.TimelineThread;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.StateTag;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A thread: what it began with and who began it, and under that what came of it, each receipt indented below the one that it follows from. */
final class ThreadCard extends Section {

    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 4;
    private static final int MOST_SUBJECTS = 3;

    private final transient TimelinePlace place;
    private final transient TimelineAddress address;
    private final transient PageNames names;
    private final transient Clock clock;
    private final transient Set<ReceiptId> here;

    ThreadCard(TimelinePlace place, TimelineAddress address, TimelineThread thread, PageNames names, Clock clock) {
        this.place = place;
        this.address = address;
        this.names = names;
        this.clock = clock;
        here = thread.entries().stream().map(entry -> entry.receipt().id()).collect(Collectors.toSet());
        addClassNames("card", "thread");
        getElement()
                .setAttribute(
                        "aria-label", "Thread of " + thread.root().receipt().action());
        add(lined(thread.root(), new H2(thread.root().receipt().action().value()), summary(thread)));
        if (thread.entries().size() > 1) {
            add(rest(thread));
        }
        thread.next().ifPresent(next -> add(new Paragraph(more(thread, next))));
    }

    private static Span summary(TimelineThread thread) {
        var summary = new Span();
        summary.addClassName("labelled");
        int count = thread.entries().size();
        if (count > 1) {
            summary.add(new Span((thread.next().isPresent() ? "more than " : "") + count + " receipts"));
        }
        long denied =
                thread.entries().stream().skip(1).filter(ThreadCard::denied).count();
        if (denied > 0) {
            summary.add(new StateTag(StateTag.Tone.DANGER, denied + " denied"));
        }
        return summary;
    }

    private RouterLink more(TimelineThread thread, ReceiptId next) {
        return TimelinePlace.of(place.context())
                .link("More of this thread", TimelineAddress.thread(thread.id()).after(next));
    }

    private OrderedList rest(TimelineThread thread) {
        var list = new OrderedList();
        list.addClassName("thread-steps");
        thread.entries().stream().skip(1).forEach(entry -> {
            var action = new Span(entry.receipt().action().value());
            action.addClassName("thread-action");
            var item = new ListItem(lined(entry, action, new Span()));
            item.addClassName("thread-depth-" + Math.min(entry.depth(), DEEPEST));
            list.add(item);
        });
        return list;
    }

    private Component lined(TimelineEntry entry, Component action, Component summary) {
        var receipt = entry.receipt();
        var line = new Div(
                OutcomeTag.of(receipt.outcome()),
                action,
                who(entry),
                new RelativeTime(receipt.occurredAt(), clock),
                ReceiptTable.badge(place.context(), entry.row()),
                summary);
        line.addClassName("thread-line");
        var step = new Div(line);
        step.addClassNames("thread-step", "thread-" + receipt.outcome().wire());
        step.setClassName("thread-beside", !entry.matches());
        why(entry).ifPresent(step::add);
        origin(entry).ifPresent(step::add);
        about(entry).ifPresent(step::add);
        return step;
    }

    private Component who(TimelineEntry entry) {
        var actor = entry.receipt().actor();
        var link = place.link("by " + names.of(actor), address.with("actor", Optional.of(actor.id())));
        link.addClassName("thread-who");
        link.getElement().setAttribute("title", "Only what they did");
        return link;
    }

    private static Optional<Component> why(TimelineEntry entry) {
        return entry.why().isEmpty()
                ? Optional.empty()
                : Optional.of(small("thread-why", String.join(" ", entry.why())));
    }

    /** What it follows from, where that is not on this card. */
    private Optional<Component> origin(TimelineEntry entry) {
        return entry.receipt().parent().filter(parent -> !here.contains(parent)).map(parent -> {
            var small = small("label", "follows from ");
            small.add(new RouterLink(
                    parent.abbreviated(), ReceiptView.class, place.context().parameters("receipt", parent.value())));
            return small;
        });
    }

    private Optional<Component> about(TimelineEntry entry) {
        var others = entry.subjects().stream()
                .filter(subject -> place.subject().filter(subject::is).isEmpty())
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        var about = small("label", "about ");
        about.addClassName("thread-about");
        others.stream()
                .limit(MOST_SUBJECTS)
                .forEach(subject -> about.add(TimelinePlace.about(place.context(), subject)));
        if (others.size() > MOST_SUBJECTS) {
            about.add(new Span("and " + (others.size() - MOST_SUBJECTS) + " more"));
        }
        return Optional.of(about);
    }

    private static Paragraph small(String className, String text) {
        var small = new Paragraph(new Span(text));
        small.addClassName(className);
        return small;
    }

    private static boolean denied(TimelineEntry entry) {
        return entry.receipt().outcome() == Outcome.DENIED;
    }
}
