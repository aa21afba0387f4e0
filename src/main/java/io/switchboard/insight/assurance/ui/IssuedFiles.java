package io.switchboard.insight.assurance.ui;

import io.switchboard.control.receipts.ReceiptDetail;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.insight.assurance.OnePager;
import io.switchboard.insight.assurance.PosturePack;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.TenantId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The documents and bundles that a tenant had issued lately. Nothing is kept of them but their receipts, which have size and digest. */
@Component
class IssuedFiles {

    private static final int EACH = 5;

    private final ReceiptQuery receipts;

    IssuedFiles(ReceiptQuery receipts) {
        this.receipts = receipts;
    }

    /** Newest first. */
    List<IssuedFile> latest(TenantId tenant) {
        return Stream.concat(
                        files(tenant, "assurance.issue-document", "pdfBytes"),
                        files(tenant, "receipts.export-evidence", "bytes"))
                .sorted(Comparator.comparing(IssuedFile::at).reversed())
                .limit(EACH)
                .toList();
    }

    /** Evidence bundles with a tree that a new one can be shown to extend, newest first. */
    List<EarlierBundle> bundles(TenantId tenant) {
        return details(tenant, "receipts.export-evidence")
                .map(detail -> new EarlierBundle(detail.row().receipt().occurredAt(), number(detail, "treeSize")))
                .filter(bundle -> bundle.treeSize() > 0)
                .toList();
    }

    private Stream<IssuedFile> files(TenantId tenant, String action, String bytes) {
        return details(tenant, action).map(detail -> file(detail, what(detail), bytes));
    }

    private Stream<ReceiptDetail> details(TenantId tenant, String action) {
        var filter = ReceiptFilter.allowed(new ActionId(action));
        return receipts.list(tenant, filter, Optional.empty(), EACH).items().stream()
                .flatMap(row -> receipts.detail(tenant, row.receipt().id()).stream());
    }

    private static IssuedFile file(ReceiptDetail detail, String what, String bytes) {
        var receipt = detail.row().receipt();
        return new IssuedFile(
                what,
                receipt.occurredAt(),
                number(detail, bytes),
                digest(detail),
                receipt.id(),
                detail.row().state());
    }

    /** A bundle has no template. */
    private static String what(ReceiptDetail detail) {
        var template = fact(detail, "template");
        var copy = fact(detail, "original") == null ? "" : ", a copy with a watermark";
        if (OnePager.NAME.equals(template)) {
            return "Posture one-pager" + copy;
        }
        return PosturePack.NAME.equals(template) ? "Posture pack" + copy : "Evidence bundle";
    }

    private static long number(ReceiptDetail detail, String name) {
        return fact(detail, name) instanceof Number number ? number.longValue() : 0;
    }

    private static @Nullable Object fact(ReceiptDetail detail, String name) {
        return detail.payload().get("predicate") instanceof Map<?, ?> predicate
                        && predicate.get("facts") instanceof Map<?, ?> facts
                ? facts.get(name)
                : null;
    }

    /** Of the first subject: the file itself. */
    private static String digest(ReceiptDetail detail) {
        return detail.payload().get("subject") instanceof List<?> subjects
                        && subjects.getFirst() instanceof Map<?, ?> subject
                        && subject.get("digest") instanceof Map<?, ?> digest
                ? String.valueOf(digest.get("sha256"))
                : "";
    }
}
