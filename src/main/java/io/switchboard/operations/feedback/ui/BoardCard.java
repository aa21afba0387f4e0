package io.switchboard.operations.feedback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.operations.feedback.FixCard;
import io.switchboard.operations.feedback.Issue;
import io.switchboard.operations.feedback.Round;
import java.time.Instant;

/** One issue of the ten: rank, state, clock with its absolute due time, score with its sum, owner, and how far its fix card is. */
final class BoardCard extends ListItem {

    private static final long serialVersionUID = 1L;

    BoardCard(int rank, Issue issue, RouterLink link, String owner, long alike, Component flag, Instant now) {
        addClassNames("card", "board-card");
        add(head(rank, issue), new H2(link));
        issue.clock(now)
                .latest()
                .ifPresentOrElse(this::clock, () -> add(new Paragraph("The clock starts with triage.")));
        add(new Paragraph("Score " + issue.reach().explained()), new Paragraph("Owner: " + owner));
        if (alike > 0) {
            add(new Paragraph("Likely the same as " + alike + (alike == 1 ? " other" : " others")));
        }
        add(dots(issue.card()), row(new Span("Flag:"), flag));
    }

    private static Div head(int rank, Issue issue) {
        var number = new Span("#" + rank);
        number.addClassName("board-rank");
        return row(
                number,
                FeedbackWords.state(issue.state()),
                FeedbackWords.impact(issue.reach().impact()));
    }

    private void clock(Round round) {
        var due = new Span("due " + FeedbackWords.exact(round.due()));
        due.addClassName("board-due");
        add(row(new ClockRing(round), new Div(FeedbackWords.clock(round), due)));
    }

    private static Div row(Component... parts) {
        var row = new Div(parts);
        row.addClassName("feedback-row");
        return row;
    }

    /** What a fix has to bring along: a full dot for what is there, an empty one and a word for what is missing. */
    static UnorderedList dots(FixCard card) {
        var dots = new UnorderedList();
        dots.addClassName("board-dots");
        card.notes().forEach(note -> dots.add(dot(note)));
        return dots;
    }

    private static ListItem dot(FixCard.Requirement note) {
        var mark = new Span(note.said().isPresent() ? "●" : "○");
        mark.getElement().setAttribute("aria-hidden", "true");
        mark.addClassName("board-dot");
        return new ListItem(mark, new Span(note.name() + (note.said().isPresent() ? "" : " missing")));
    }
}
