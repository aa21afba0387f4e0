package io.switchboard.control.receipts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.switchboard.control.receipts.Purged;
import io.switchboard.control.receipts.ReceiptDetail;
import io.switchboard.control.receipts.SubjectName;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.ShortId;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.identity.ui.TenantContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What a receipt says of itself: facts, subjects, opened values, proof, and its exact bytes. */
final class ReceiptParts {

    private static final int LONG = 40;
    private static final Pattern PARTS = Pattern.compile("[a-z]+:[^/]+(?:/[a-z]+:[^/]+)+");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private ReceiptParts() {}

    static Component facts(ReceiptDetail detail) {
        var facts = new Facts();
        Predicate.of(detail).facts().forEach((name, value) -> facts.with(name, shown(value)));
        return facts;
    }

    /** An id or a digest is copied rather than read; what has several parts, as {@code attempt:1/status:204}, is read. */
    static Component shown(String value) {
        if (PARTS.matcher(value).matches()) {
            return new Span(value.replace("/", " / "));
        }
        return value.length() > LONG ? new ShortId(value) : new Span(value);
    }

    static Component subjects(TenantContext context, ReceiptDetail detail) {
        var list = new UnorderedList();
        Predicate.subjects(detail)
                .forEach((name, digest) -> list.add(new ListItem(subject(context, name), new ShortId(digest))));
        list.addClassName("plain-list");
        return list;
    }

    private static Component subject(TenantContext context, String name) {
        try {
            return TimelinePlace.about(context, SubjectName.parse(name));
        } catch (IllegalArgumentException e) {
            return new Span(name); // a name is optional in the format and free in its form
        }
    }

    static Component disclosures(TenantContext context, ReceiptDetail detail) {
        var facts = new Facts();
        detail.disclosures().forEach(disclosed -> facts.with(disclosed.name(), disclosed.value()));
        if (detail.withheld() > 0) {
            var values = detail.withheld() == 1 ? "1 value" : detail.withheld() + " values";
            detail.purged()
                    .ifPresentOrElse(
                            purged -> facts.with("Purged", purged(context, values, purged)),
                            () -> facts.with(
                                    "Withheld or deleted", values + "; the receipt still proves that they were there"));
        }
        return facts;
    }

    private static Component purged(TenantContext context, String values, Purged purged) {
        var manifest = new Anchor(
                context.path("retention/" + purged.purge()), purged.purge().value());
        manifest.addClassName("code");
        return new Span(
                new Span(values + " on " + DAY.format(purged.at()) + " under "),
                manifest,
                new Span("; the receipt still proves that they were there"));
    }

    static Component proof(ReceiptDetail detail) {
        return new Facts()
                .with(
                        "Signature",
                        detail.signatureValid()
                                ? new StateTag(StateTag.Tone.SUCCESS, "valid")
                                : new StateTag(StateTag.Tone.DANGER, "does not verify"))
                .with("Key", new ShortId(detail.keyId()))
                .with(
                        "Digest of the envelope",
                        new ShortId(detail.envelopeDigest().hex()))
                .with("In the log", place(detail))
                .with(
                        "Check it yourself",
                        "Export the evidence bundle and run the offline verifier; no part of this portal is needed.");
    }

    private static String place(ReceiptDetail detail) {
        return switch (detail.row().state()) {
            case PENDING -> "pending: committed, waits for the next checkpoint";
            case INTEGRATED -> "integrated: entry " + detail.index().orElseThrow() + ", under a published checkpoint";
            case ANCHORED ->
                "anchored: entry " + detail.index().orElseThrow()
                        + ", under a checkpoint that a time-stamping authority has seen";
        };
    }

    /** C2SP {@code tlog-proof}: index, path and checkpoint in one text file. */
    static Component inclusion(ReceiptDetail detail, Supplier<Optional<String>> proof) {
        var name = detail.row().receipt().id() + ".tlog-proof";
        return new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    var content = proof.get().orElseThrow().getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(new ByteArrayInputStream(content), name, "text/plain", content.length);
                }),
                "Download the proof of inclusion");
    }

    static Component envelope(ReceiptDetail detail) {
        var name = detail.row().receipt().id() + ".dsse.json";
        return new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(detail.envelope()),
                        name,
                        "application/json",
                        detail.envelope().length)),
                "Download the envelope");
    }
}
