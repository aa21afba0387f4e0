package io.switchboard.insight.trustcentre.web;

import static io.switchboard.insight.trustcentre.web.Html.text;

import io.switchboard.insight.trustcentre.CentreSettings;
import io.switchboard.insight.trustcentre.Requester;
import io.switchboard.insight.trustcentre.TrustDocument;
import io.switchboard.platform.tenancy.Tenant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page that anybody may open. */
final class PublicPage {

    private PublicPage() {}

    static byte[] of(
            Tenant tenant,
            CentreSettings settings,
            Function<TrustDocument, Optional<String>> unavailable,
            String fingerprint,
            AccessForm form) {
        return Html.page(
                tenant,
                "Trust centre",
                welcome(tenant, settings)
                        + documents(settings, unavailable)
                        + verification(fingerprint)
                        + asking(tenant, settings, form));
    }

    private static String welcome(Tenant tenant, CentreSettings settings) {
        return """
                <p class="trust-tenant">%s</p>
                <h1>Trust centre</h1>
                <p class="said">%s</p>
                """.formatted(text(tenant.name()), text(settings.welcome()));
    }

    private static String documents(CentreSettings settings, Function<TrustDocument, Optional<String>> unavailable) {
        return "<section>\n<h2>What can be seen</h2>\n<ul class=\"trust-list\">\n"
                + settings.inOrder().stream()
                        .map(document -> document(document, unavailable.apply(document)))
                        .collect(Collectors.joining())
                + "</ul>\n</section>\n";
    }

    private static String document(TrustDocument document, Optional<String> unavailable) {
        return """
                <li><h3>%s</h3><p>%s</p><p class="muted">%s</p></li>
                """.formatted(
                document.title(),
                document.says(),
                unavailable.map(why -> "Not available now: " + text(why)).orElse("On request, as a signed PDF."));
    }

    private static String verification(String fingerprint) {
        return """
                <section>
                <h2>How to check it</h2>
                <p>Nobody has to be believed. Each document is signed; its signature leads to the portal's root, and its receipt stands in a log that only grows.</p>
                <ol>
                <li>Keep the <a href="/.well-known/switchboard-root.jwk" download="switchboard-root.jwk">trust root</a> and compare its fingerprint with the one that you were given another way:
                <code>%s</code></li>
                <li>Compare the SHA-256 of what you downloaded with the one that your page and the receipt name: <code>sha256sum posture-pack.pdf</code></li>
                <li>Ask for an evidence bundle to check receipts offline: <code>java -jar switchboard-verify.jar evidence.zip --trust-root switchboard-root.jwk</code></li>
                </ol>
                </section>
                """.formatted(text(fingerprint));
    }

    private static String asking(Tenant tenant, CentreSettings settings, AccessForm form) {
        var requester = form.requester();
        return """
                <section>
                <h2 id="ask">Request access</h2>
                <p>Somebody of %s decides about each document. You get a page of your own, where you read the answer, accept the terms and download.</p>
                %s<form method="post" action="/trust/%s" novalidate>
                %s%s%s%s%s%s<p class="muted">What you write is kept encrypted and is shown to those who decide. Receipts name your request, never you.</p>
                <p><button type="submit">Request access</button></p>
                </form>
                </section>
                """.formatted(
                text(tenant.name()),
                whole(form),
                tenant.slug(),
                line(form, "name", "Your name", "text", "name", requester.name(), Requester.LONGEST_NAME),
                line(form, "email", "Work e-mail", "email", "email", requester.email(), Requester.LONGEST_EMAIL),
                line(form, "company", "Company", "text", "organization", requester.company(), Requester.LONGEST_NAME),
                why(form),
                choice(settings, form),
                watermark(form));
    }

    /** What stands against the form as a whole. */
    private static String whole(AccessForm form) {
        return form.problems().isEmpty()
                ? ""
                : "<p class=\"trust-problem\" role=\"alert\">%s</p>\n"
                        .formatted(text(Optional.ofNullable(form.problems().get("form"))
                                .orElse("Nothing was sent yet. Look at what is marked below.")));
    }

    private static String line(
            AccessForm form, String name, String label, String type, String autocomplete, String value, int longest) {
        return """
                <div class="trust-field"><label for="%1$s">%2$s</label>
                <input id="%1$s" name="%1$s" type="%3$s" autocomplete="%4$s" maxlength="%5$d" required value="%6$s"%7$s>%8$s</div>
                """.formatted(
                name, label, type, autocomplete, longest, text(value), invalid(form, name), message(form, name));
    }

    private static String why(AccessForm form) {
        return """
                <div class="trust-field"><label for="why">What do you want to judge?</label>
                <textarea id="why" name="why" rows="4" maxlength="%d" required%s>%s</textarea>%s</div>
                """.formatted(
                        Requester.LONGEST_WHY,
                        invalid(form, "why"),
                        "\n" + text(form.requester().why()), // a browser drops the first line break
                        message(form, "why"));
    }

    private static String choice(CentreSettings settings, AccessForm form) {
        return """
                <fieldset class="trust-field"%s><legend>Documents</legend>
                %s%s</fieldset>
                """.formatted(
                form.problems().containsKey("document") ? " aria-describedby=\"document-problem\"" : "",
                settings.inOrder().stream().map(document -> box(document, form)).collect(Collectors.joining()),
                message(form, "document"));
    }

    private static String watermark(AccessForm form) {
        return """
                <div class="trust-field"><label class="trust-box"><input type="checkbox" name="watermark" value="yes"%s> Put my company and the request on every page of my copies, as a watermark.</label></div>
                """.formatted(form.watermark() ? " checked" : "");
    }

    private static String box(TrustDocument document, AccessForm form) {
        return """
                <label class="trust-box"><input type="checkbox" name="document" value="%s"%s> %s</label>
                """.formatted(document.wire(), form.documents().contains(document) ? " checked" : "", document.title());
    }

    private static String invalid(AccessForm form, String name) {
        if (!form.problems().containsKey(name)) {
            return "";
        }
        boolean first = form.problems().keySet().iterator().next().equals(name);
        return " aria-invalid=\"true\" aria-describedby=\"%s-problem\"%s".formatted(name, first ? " autofocus" : "");
    }

    private static String message(AccessForm form, String name) {
        return Optional.ofNullable(form.problems().get(name))
                .map(why -> "\n<p class=\"trust-problem\" id=\"%s-problem\">%s</p>".formatted(name, text(why)))
                .orElse("");
    }
}
