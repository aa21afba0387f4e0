package io.switchboard.operations.feedback.ui;

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

    BoardCard(int rank, Issue issue, RouterLink link, String owner, Instant now) {
        addClassNames("card", "board-card");
        var number = new Span("#" + rank);
        number.addClassName("board-rank");
        var head = new Div(
                number,
                FeedbackWords.state(issue.state()),
                FeedbackWords.impact(issue.reach().impact()));
        head.addClassName("feedback-row");
        add(head, new H2(link));
        issue.clock(now).latest().ifPresent(this::clock);
        add(new Paragraph("Score " + issue.reach().explained()), new Paragraph("Owner: " + owner), dots(issue.card()));
    }

    private void clock(Round round) {
        var clock = new Div(FeedbackWords.clock(round), new Span("due " + FeedbackWords.exact(round.due())));
        clock.addClassName("feedback-row");
        add(clock);
    }

    static UnorderedList dots(FixCard card) {
        var dots = new UnorderedList();
        dots.addClassName("board-dots");
        card.requirements()
                .forEach(
                        requirement -> dots.add(new ListItem((requirement.said().isPresent() ? "● " : "○ ")
                                + requirement.name()
                                + (requirement.said().isPresent() ? "" : " (missing)"))));
        return dots;
    }
}
