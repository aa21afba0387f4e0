package io.switchboard.insight.trustcentre.web;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import io.switchboard.platform.tenancy.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What all pages of the trust centre have: plain HTML, no script, every text escaped. */
final class Html {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Html() {}

    static String text(String text) {
        return htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    static String time(Instant at) {
        return "<time datetime=\"%s\">%s</time>".formatted(at, UTC.format(at));
    }

    /** In the tenant's accent. */
    static byte[] page(Tenant tenant, String title, String body) {
        return page(
                text(title) + " · " + text(tenant.name()),
                "<link rel=\"stylesheet\" href=\"/trust/%s/accent.css\">\n".formatted(tenant.slug()),
                body);
    }

    /** There is nothing; the same for a tenant that is unknown and for one whose trust centre is closed. */
    static byte[] nothing() {
        return page("Nothing at this address", "", """
                <h1>There is nothing at this address</h1>
                <p>There never was, or the trust centre is closed; the portal does not say which. Ask whoever gave you the address.</p>
                """);
    }

    private static byte[] page(String title, String accent, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="icon" href="/themes/base/favicon.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/themes/base/base.css">
                <link rel="stylesheet" href="/themes/base/trustcentre.css">
                %s</head>
                <body class="trust-centre">
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(title, accent, body).getBytes(StandardCharsets.UTF_8);
    }
}
