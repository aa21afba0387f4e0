package io.switchboard.insight.evaluation.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.insight.evaluation.EvaluationDocument;
import io.switchboard.insight.evaluation.EvaluationDocuments;
import io.switchboard.insight.evaluation.EvaluationForm;
import io.switchboard.insight.evaluation.Memo;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.platform.identity.CurrentMember;
import io.switchboard.platform.identity.ui.TenantContext;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Links to the plan and to memos, each in three forms. What a link hands out is made, decided and receipted when it is followed, with the roles of that moment. */
@Component
class EvaluationFiles {

    private static final int FORBIDDEN = 403;

    private final EvaluationDocuments documents;
    private final CurrentMember member;

    EvaluationFiles(EvaluationDocuments documents, CurrentMember member) {
        this.documents = documents;
        this.member = member;
    }

    Div plan(TenantContext context) {
        var links = links(context, "the plan", caller -> Optional.of(documents.plan(caller)));
        links.addComponentAsFirst(new Span("Take the plan along:"));
        return links;
    }

    com.vaadin.flow.component.Component memo(TenantContext context, Memo memo) {
        return Stream.of(Role.PARTNER_ADMIN, Role.EVALUATOR).anyMatch(context::holds)
                ? links(context, "memo " + memo.number(), caller -> documents.memo(caller, memo.number()))
                : new Span("for partner-admins and evaluators");
    }

    private Div links(
            TenantContext context, String what, Function<Caller, Optional<Enforced<EvaluationDocument>>> issue) {
        var links = new Div();
        links.addClassName("line");
        Stream.of(EvaluationForm.values())
                .map(form -> link(context, what, form, issue))
                .forEach(links::add);
        return links;
    }

    private Anchor link(
            TenantContext context,
            String what,
            EvaluationForm form,
            Function<Caller, Optional<Enforced<EvaluationDocument>>> issue) {
        var text = form.extension().toUpperCase(Locale.ROOT);
        var link = new Anchor(DownloadHandler.fromInputStream(_ -> file(context, form, issue)), text);
        link.getElement().setAttribute("aria-label", text + " of " + what);
        return link;
    }

    private DownloadResponse file(
            TenantContext context,
            EvaluationForm form,
            Function<Caller, Optional<Enforced<EvaluationDocument>>> issue) {
        return member.callerIn(context.tenant().id())
                .flatMap(issue)
                .flatMap(ended -> ended instanceof Enforced.Done<EvaluationDocument> done
                        ? Optional.of(done.value())
                        : Optional.empty())
                .map(document -> response(document, form))
                .orElseGet(() -> DownloadResponse.error(FORBIDDEN));
    }

    private static DownloadResponse response(EvaluationDocument document, EvaluationForm form) {
        var bytes = form.of(document);
        return new DownloadResponse(
                new ByteArrayInputStream(bytes), document.name() + "." + form.extension(), form.type(), bytes.length);
    }
}
