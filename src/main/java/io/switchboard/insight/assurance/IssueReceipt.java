package io.switchboard.insight.assurance;

import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.documents.DocumentCopy;
import io.switchboard.platform.documents.Watermark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the issuing of a document is decided and receipted: the digest of each of its forms, and for a copy the original's digests and receipt. */
final class IssueReceipt {

    private static final ActionId ISSUE = new ActionId("assurance.issue-document");

    private IssueReceipt() {}

    static GovernedAction action(Caller caller, String template) {
        return GovernedAction.of(caller, ISSUE, new ResourceRef("Document", template, Map.of("template", template)));
    }

    /** {@code id}, {@code pdf}, {@code json}, {@code html}: those of the document. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Forms(String id, byte[] pdf, byte[] json, byte[] html) {}

    static <T> Effect<T> effect(T value, String template, Forms forms, Optional<DocumentCopy> copy) {
        return new Effect<>(value, subjects(forms, copy), facts(template, forms, copy), disclosures(copy));
    }

    private static List<Subject> subjects(Forms forms, Optional<DocumentCopy> copy) {
        var subjects = new ArrayList<>(List.of(
                new Subject("Document", forms.id() + ".pdf", Sha256.of(forms.pdf())),
                new Subject("Document", forms.id() + ".json", Sha256.of(forms.json())),
                new Subject("Document", forms.id() + ".html", Sha256.of(forms.html()))));
        copy.map(DocumentCopy::of).ifPresent(of -> {
            subjects.add(new Subject("Document", of.documentId() + ".pdf", of.pdf()));
            subjects.add(new Subject("Document", of.documentId() + ".json", of.json()));
        });
        return subjects;
    }

    private static Map<String, Object> facts(String template, Forms forms, Optional<DocumentCopy> copy) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "template", template,
                "pdfBytes", (long) forms.pdf().length,
                "jsonBytes", (long) forms.json().length));
        copy.ifPresent(it -> facts.put("original", it.of().receipt().value()));
        return facts;
    }

    /** What was typed is nobody else's business. */
    private static Map<String, String> disclosures(Optional<DocumentCopy> copy) {
        return copy.flatMap(DocumentCopy::watermark)
                .map(Watermark::text)
                .map(text -> Map.of("watermark", text))
                .orElse(Map.of());
    }
}
