package io.switchboard.operations.feedback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.operations.feedback.Attachment;
import io.switchboard.operations.feedback.FeedbackDesk;
import io.switchboard.operations.feedback.FeedbackId;
import io.switchboard.operations.feedback.Prompts;
import io.switchboard.operations.feedback.Submission;
import io.switchboard.operations.feedback.SubmissionPage;
import io.switchboard.platform.components.AddressValues;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.text.NumberFormat;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** What was said and what became of it: a member's own, a partner-admin's all; latest first. */
@Route(":tenant/feedback")
@Menu(title = "Feedback", order = 405, icon = "vaadin:comment-ellipsis-o")
@PageTitle("Feedback · Switchboard")
@PermitAll
class FeedbackView extends TenantView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient FeedbackDesk desk;
    private final transient Prompts prompts;
    private final transient ActorNames names;
    private final transient Clock clock;

    FeedbackView(TenantContexts contexts, FeedbackDesk desk, Prompts prompts, ActorNames names, Clock clock) {
        super(contexts);
        this.desk = desk;
        this.prompts = prompts;
        this.names = names;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        boolean all = desk.seesAll(context.caller());
        add(new PageHeader(
                "Feedback",
                all
                        ? "What people of this tenant said hurts, and what became of it."
                        : "What you said hurts, and what became of it."));
        var values = AddressValues.of(event.getLocation().getQueryParameters());
        var page = desk.list(context.caller(), values.value("after", FeedbackId::new), PAGE);
        if (page.total() == 0) {
            add(nothingYet(context), new PromptSetting(prompts, context.caller()));
            return;
        }
        add(new Paragraph(total(page)), table(context, page, all));
        page.next().ifPresent(next -> {
            var link = new RouterLink("Earlier feedback", FeedbackView.class, context.parameters());
            link.setQueryParameters(
                    values.with("after", Optional.of(next.value())).query());
            add(link);
        });
        add(new PromptSetting(prompts, context.caller()));
    }

    private Component table(TenantContext context, SubmissionPage page, boolean all) {
        var table = new DataTable<Submission>("Feedback")
                .column("What was said", submission -> link(context, submission))
                .column("Impact", submission -> FeedbackWords.impact(submission.impact()))
                .column("State", submission -> FeedbackWords.state(submission.state()));
        if (all) {
            table.column("By", submission -> new Span(names.of(submission.tenant(), submission.sender())));
        }
        return table.column("When", submission -> new RelativeTime(submission.submittedAt(), clock))
                .column("About", FeedbackView::about)
                .rows(page.items());
    }

    private static Component link(TenantContext context, Submission submission) {
        var link = new RouterLink(
                "",
                FeedbackItemView.class,
                context.parameters("feedback", submission.id().value()));
        link.add(FeedbackWords.start(FeedbackWords.said(submission.text(), submission.purged())));
        return link;
    }

    private static Component about(Submission submission) {
        var about = new Span(submission
                .attached(Attachment.ACTION)
                .or(() -> submission.attached(Attachment.SCREEN))
                .orElse("–"));
        about.addClassName("code");
        return about;
    }

    private static String total(SubmissionPage page) {
        var count = NumberFormat.getIntegerInstance(Locale.ENGLISH).format(page.total());
        return page.total() == 1 ? "1 submission" : count + " submissions, latest first";
    }

    private static Component nothingYet(TenantContext context) {
        return new EmptyState(
                "Nothing has been said yet",
                "The Feedback button at the top of every page, and Report friction on every refusal, say what hurts together with where it happened.",
                new Anchor(context.path("timeline"), "See what happened lately"));
    }
}
