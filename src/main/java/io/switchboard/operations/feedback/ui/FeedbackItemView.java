package io.switchboard.operations.feedback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.feedback.Attachment;
import io.switchboard.operations.feedback.FeedbackDesk;
import io.switchboard.operations.feedback.FeedbackId;
import io.switchboard.operations.feedback.IssueEvent;
import io.switchboard.operations.feedback.PictureFacts;
import io.switchboard.operations.feedback.Submission;
import io.switchboard.platform.components.AddressValues;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One submission: what was said, all that went along, what it led to, and the way to what happened around it. */
@Route(":tenant/feedback/:feedback")
@PageTitle("Feedback · Switchboard")
@PermitAll
class FeedbackItemView extends TenantView {

    private static final long serialVersionUID = 1L;
    private static final Duration AROUND = Duration.ofMinutes(15);

    private final transient FeedbackDesk desk;
    private final transient ReceiptQuery receipts;
    private final transient ActorNames names;
    private final transient Clock clock;

    FeedbackItemView(TenantContexts contexts, FeedbackDesk desk, ReceiptQuery receipts, ActorNames names, Clock clock) {
        super(contexts);
        this.desk = desk;
        this.receipts = receipts;
        this.names = names;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        event.getRouteParameters()
                .get("feedback")
                .filter(FeedbackId::isValid)
                .flatMap(id -> desk.find(context.caller(), new FeedbackId(id)))
                .ifPresentOrElse(found -> show(context, found), () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(TenantContext context, Submission submission) {
        add(
                new PageHeader("Feedback", "What was said, what went along, and how it stands."),
                card("What was said", said(context, submission), facts(context, submission)),
                card("What went along", attached(context, submission), around(context, submission)),
                card("How it stands", standing(submission), history(submission)));
    }

    private static Component said(TenantContext context, Submission submission) {
        var said = new Div(FeedbackWords.said(submission.text(), submission.purged()));
        submission
                .purged()
                .map(purged -> new Anchor(context.path("retention/" + purged.purge()), "Its manifest"))
                .ifPresent(said::add);
        said.addClassName("feedback-said");
        return said;
    }

    private Component facts(TenantContext context, Submission submission) {
        var facts = new Facts()
                .with("Impact", FeedbackWords.impact(submission.impact()))
                .with("By", names.of(submission.tenant(), submission.sender()))
                .with("When", new RelativeTime(submission.submittedAt(), clock));
        submission.receipt().ifPresent(receipt -> facts.with("Receipt", badge(context, receipt)));
        return facts;
    }

    private Component attached(TenantContext context, Submission submission) {
        if (submission.attachments().isEmpty() && submission.picture().isEmpty()) {
            return new Paragraph("Nothing: everything was taken away before sending.");
        }
        var facts = new Facts();
        for (var attachment : Attachment.values()) {
            submission
                    .attached(attachment)
                    .ifPresent(
                            value -> facts.with(attachment.label(), attached(context, submission, attachment, value)));
        }
        submission.picture().ifPresent(picture -> facts.with("Picture", picture(context, submission, picture)));
        return facts;
    }

    private Component picture(TenantContext context, Submission submission, PictureFacts picture) {
        var words = picture.words();
        if (submission.purged().isPresent()) {
            return new Span(words + "; purged with the words");
        }
        var image = new PictureImage(() -> desk.picture(context.caller(), submission.id()), "Picture: " + words);
        var shown = new Div(new Span(words), image);
        shown.addClassName("feedback-form");
        return shown;
    }

    /** The receipt that refused names the decision, so both lead there. */
    private Component attached(TenantContext context, Submission submission, Attachment attachment, String value) {
        return switch (attachment) {
            case RECEIPT ->
                desk.about(submission)
                        .<Component>map(receipt -> badge(context, receipt))
                        .orElseGet(() -> code(value));
            case DECISION ->
                desk.about(submission)
                        .<Component>map(receipt -> new Anchor(context.path("receipts/" + receipt), value))
                        .orElseGet(() -> code(value));
            case CORRELATION ->
                new Anchor(timeline(context, AddressValues.NONE.filtered("correlation", Optional.of(value))), value);
            case SCREEN, ADDRESS, ACTION, RULE, BUILD, VIEWPORT -> code(value);
        };
    }

    private static Component code(String value) {
        var code = new Span(value);
        code.addClassName("code");
        return code;
    }

    private static Component around(TenantContext context, Submission submission) {
        var at = submission.submittedAt();
        var window = AddressValues.NONE
                .filtered("from", Optional.of(at.minus(AROUND).toString()))
                .filtered("to", Optional.of(at.plus(AROUND).toString()));
        return new Anchor(timeline(context, window), "Timeline 15 minutes before and after");
    }

    private static String timeline(TenantContext context, AddressValues values) {
        return context.path("timeline") + "?" + values.query().getQueryString();
    }

    private static Component standing(Submission submission) {
        var standing = new Div(FeedbackWords.state(submission.state()));
        standing.addClassName("feedback-standing");
        if (submission.merged()) {
            standing.add(new Span("Merged with what others said about the same."));
        }
        return standing;
    }

    private Component history(Submission submission) {
        List<IssueEvent> events = desk.history(submission);
        return new DataTable<IssueEvent>("History")
                .column("What", event -> new Span(event.kind().words()))
                .column("When", event -> new RelativeTime(event.at(), clock))
                .column("Note", event -> new Span(note(event)))
                .rows(events);
    }

    private static String note(IssueEvent event) {
        return event.detail().filter(detail -> !detail.startsWith("iss_")).orElse("–");
    }

    private ReceiptBadge badge(TenantContext context, ReceiptId receipt) {
        var states = receipts.states(context.caller().tenant(), List.of(receipt));
        return new ReceiptBadge(context.slug(), receipt, states.getOrDefault(receipt, LogState.PENDING));
    }

    private static Section card(String title, Component... parts) {
        var card = new Section(new H2(title));
        card.addClassNames("card", "feedback-card");
        card.add(parts);
        return card;
    }
}
