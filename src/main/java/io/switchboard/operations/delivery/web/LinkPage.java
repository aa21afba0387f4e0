package io.switchboard.operations.delivery.web;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import io.switchboard.operations.delivery.SecureLink;
import io.switchboard.platform.tenancy.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The pages of the door, as plain HTML: no script, every text escaped. */
final class LinkPage {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private LinkPage() {}

    static byte[] offer(Tenant tenant, SecureLink link) {
        return page(link.name(), """
                <h1>%s</h1>
                <p>%s hands this file to whoever holds this link.</p>
                <dl>
                <dt>Size</dt><dd>%s</dd>
                <dt>SHA-256</dt><dd><code>%s</code></dd>
                <dt>The link ends</dt><dd><time datetime="%s">%s</time>, or after %s</dd>
                </dl>
                <form method="post"><button class="link-collect" type="submit">Download</button></form>
                <p>Each download uses the link once and leaves a receipt at %s. To check a report or an evidence bundle without the portal, see
                <a href="/.well-known/switchboard-root.jwk">the trust root</a> and the verifier's instructions in the bundle.</p>
                """.formatted(
                        text(link.name()),
                        text(tenant.name()),
                        size(link.bytes()),
                        link.digest(),
                        link.expiresAt(),
                        UTC.format(link.expiresAt()),
                        link.usesLeft() == 1 ? "1 more download" : link.usesLeft() + " more downloads",
                        text(tenant.name())));
    }

    static byte[] nothing() {
        return page("Nothing at this link", """
                <h1>There is nothing at this link</h1>
                <p>It never was there, has been used up, has ended, or was revoked; the portal does not say which. Ask whoever sent it for a new one.</p>
                """);
    }

    private static byte[] page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · Switchboard</title>
                <link rel="icon" href="/themes/base/favicon.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/themes/base/base.css">
                <link rel="stylesheet" href="/themes/base/assurance.css">
                </head>
                <body class="posture-document">
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(text(title), body).getBytes(StandardCharsets.UTF_8);
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? Math.max(1, Math.round(bytes / 1_000.0)) + " kB"
                : String.format(Locale.ENGLISH, "%.1f MB", bytes / 1_000_000.0);
    }

    private static String text(String text) {
        return htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
