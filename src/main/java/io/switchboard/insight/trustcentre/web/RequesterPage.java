package io.switchboard.insight.trustcentre.web;

import static io.switchboard.insight.trustcentre.web.Html.text;
import static io.switchboard.insight.trustcentre.web.Html.time;

import io.switchboard.insight.trustcentre.AccessGrants;
import io.switchboard.insight.trustcentre.AccessGrants.OwnPage;
import io.switchboard.insight.trustcentre.AccessRequest;
import io.switchboard.insight.trustcentre.AccessRequest.Standing;
import io.switchboard.insight.trustcentre.AccessStep;
import io.switchboard.insight.trustcentre.RequestedDocument;
import io.switchboard.insight.trustcentre.Requester;
import io.switchboard.insight.trustcentre.TrustDocument;
import io.switchboard.insight.trustcentre.Verdict;
import io.switchboard.platform.tenancy.Tenant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A requester's own page: how the request stands and what can be done next. */
final class RequesterPage {

    private RequesterPage() {}

    static byte[] of(
            Tenant tenant,
            String path,
            OwnPage page,
            Function<TrustDocument, Optional<String>> unavailable,
            Optional<String> message) {
        return Html.page(tenant, "Your request", """
                <p class="trust-tenant">%s</p>
                <h1>Your request for access</h1>
                %s<p class="trust-standing trust-%s" role="status">%s</p>
                %s%s%s%s%s""".formatted(
                        text(tenant.name()),
                        message.map(RequesterPage::message).orElse(""),
                        page.standing().name().toLowerCase(Locale.ROOT),
                        standing(tenant, page),
                        keep(page.standing()),
                        documents(path, page, unavailable),
                        terms(path, page),
                        downloads(page.downloads()),
                        facts(page.request())));
    }

    private static String message(String message) {
        return "<p class=\"trust-problem\" role=\"alert\">%s</p>\n".formatted(text(message));
    }

    private static String standing(Tenant tenant, OwnPage page) {
        var request = page.request();
        return switch (page.standing()) {
            case WAITING ->
                "<strong>Waiting.</strong> Somebody of %s decides about each document. Open this address again to see the answer."
                        .formatted(text(tenant.name()));
            case LAPSED ->
                "<strong>Lapsed.</strong> Nobody decided within %d days. %s"
                        .formatted(AccessRequest.WAITS.toDays(), again(tenant));
            case REFUSED -> "<strong>Refused.</strong> Why stands below. %s".formatted(again(tenant));
            case TERMS ->
                "<strong>Approved, until %s.</strong> %s"
                        .formatted(
                                time(request.endsAt().orElseThrow()),
                                request.accepted().isPresent()
                                        ? "The terms have changed since you accepted them. Accept them anew to go on."
                                        : "Accept the terms below to download.");
            case OPEN ->
                "<strong>Open until %s.</strong> Download what was approved."
                        .formatted(time(request.endsAt().orElseThrow()));
            case ENDED ->
                "<strong>Ended</strong> on %s. %s"
                        .formatted(time(request.endsAt().orElseThrow()), again(tenant));
            case REVOKED ->
                "<strong>Revoked</strong> on %s: %s ended it. %s"
                        .formatted(time(request.revokedAt().orElseThrow()), text(tenant.name()), again(tenant));
        };
    }

    private static String again(Tenant tenant) {
        return "<a href=\"/trust/%s#ask\">Ask again</a> if you still need it.".formatted(tenant.slug());
    }

    private static String keep(Standing standing) {
        return standing.isOver() ? "" : """
                <p class="trust-keep"><strong>Keep this address.</strong> It is the only way back to this page, and whoever holds it can do here what you can. The portal keeps no copy that it could send you again.</p>
                """;
    }

    private static String documents(String path, OwnPage page, Function<TrustDocument, Optional<String>> unavailable) {
        return "<section>\n<h2>Documents</h2>\n<ul class=\"trust-list\">\n"
                + page.request().documents().stream()
                        .map(it -> document(path, page, it, unavailable))
                        .collect(Collectors.joining())
                + "</ul>\n</section>\n";
    }

    private static String document(
            String path, OwnPage page, RequestedDocument it, Function<TrustDocument, Optional<String>> unavailable) {
        return """
                <li><h3>%s</h3><p><span class="trust-verdict trust-%s">%s</span>%s</p>
                %s</li>
                """.formatted(
                        it.document().title(),
                        it.verdict().wire(),
                        it.verdict().wire(),
                        it.reason().isEmpty() ? "" : ": <span class=\"said\">" + text(it.reason()) + "</span>",
                        page.standing() == Standing.OPEN && it.verdict() == Verdict.APPROVED
                                ? offer(path, page, it, unavailable)
                                : "");
    }

    private static String offer(
            String path, OwnPage page, RequestedDocument it, Function<TrustDocument, Optional<String>> unavailable) {
        if (!page.listed().contains(it.document())) {
            return "<p>It is not listed any more, so it is not handed out.</p>\n";
        }
        return unavailable
                .apply(it.document())
                .map(why -> "<p>Not available now: " + text(why) + "</p>\n")
                .orElseGet(() -> button(path, page, it));
    }

    private static String button(String path, OwnPage page, RequestedDocument it) {
        int left = AccessGrants.MOST_DOWNLOADS - it.downloads();
        return left <= 0
                ? "<p>Downloaded as often as a grant allows.</p>\n"
                : """
                <form method="post" action="%s/documents/%s"><button type="submit">Download the %s</button></form>
                <p class="muted">A signed PDF, as it is when you download it. %sEach download leaves a receipt; %d left.</p>
                """.formatted(
                                path,
                                it.document().wire(),
                                it.document().title().toLowerCase(Locale.ROOT),
                                copies(page, it),
                                left);
    }

    private static String copies(OwnPage page, RequestedDocument it) {
        var marked = page.request().watermarked() ? "Every page carries your company and the request's id. " : "";
        return switch (it.withheld().size()) {
            case 0 -> marked;
            case 1 -> marked + "One section is withheld and says so. ";
            default -> marked + it.withheld().size() + " sections are withheld and say so. ";
        };
    }

    private static String downloads(List<AccessStep> downloads) {
        return downloads.isEmpty()
                ? ""
                : "<section>\n<h2>What you downloaded</h2>\n<ul class=\"trust-list\">\n"
                        + downloads.stream().map(RequesterPage::download).collect(Collectors.joining())
                        + "</ul>\n</section>\n";
    }

    private static String download(AccessStep step) {
        return step.file()
                .map(file -> """
                        <li><h3>%s</h3><p>%s</p><p>SHA-256 <code>%s</code></p><p>Receipt <code>%s</code></p></li>
                        """.formatted(text(file.id()), time(step.at()), file.digest(), step.receipt()))
                .orElse("");
    }

    private static String terms(String path, OwnPage page) {
        return page.standing() != Standing.TERMS
                ? ""
                : """
                <section>
                <h2>Terms</h2>
                <p class="muted">Version %1$d, SHA-256 <code>%2$s</code></p>
                <div class="trust-terms said" role="region" aria-label="Terms" tabindex="0">%3$s</div>
                <form method="post" action="%4$s/terms">
                <input type="hidden" name="terms" value="%1$d">
                <div class="trust-field"><label class="trust-box"><input type="checkbox" name="accept" value="yes" required> I have read the terms and accept them.</label></div>
                <div class="trust-field"><label for="name">Your name, as your signature</label>
                <input id="name" name="name" type="text" autocomplete="name" maxlength="%5$d" required></div>
                <p><button type="submit">Accept the terms</button></p>
                </form>
                </section>
                """.formatted(
                                page.terms().version(),
                                page.terms().digest(),
                                text(page.terms().text()),
                                path,
                                Requester.LONGEST_NAME);
    }

    private static String facts(AccessRequest request) {
        return """
                <section>
                <h2>On record</h2>
                <dl>
                <dt>Request</dt><dd><code>%s</code></dd>
                <dt>Asked</dt><dd>%s</dd>
                %s%s</dl>
                </section>
                """.formatted(
                        request.id(),
                        time(request.requestedAt()),
                        request.decidedAt()
                                .map(at -> "<dt>Decided</dt><dd>" + time(at) + "</dd>\n")
                                .orElse(""),
                        request.accepted()
                                .map(it -> "<dt>Terms accepted</dt><dd>version %d, %s</dd>\n"
                                        .formatted(it.terms(), time(it.at())))
                                .orElse(""));
    }
}
