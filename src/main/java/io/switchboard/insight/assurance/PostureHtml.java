package io.switchboard.insight.assurance;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import io.switchboard.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** The one-pager as a page for browsers and screen readers: headings, lists, times; no script, nothing of the visitor's, every text escaped. */
final class PostureHtml {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Inside, since the page is read where it was saved. */
    private static final String CSS = """
            :root { color-scheme: light; }
            body { margin: 0; background: #fff; color: #344054; font: 16px/1.5 system-ui, sans-serif; }
            main, footer { max-width: 46rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
            h1, h2 { color: #101828; line-height: 1.2; }
            section { margin: 1rem 0; padding: 0 1rem; border-inline-start: 4px solid #b42318; }
            section.verdict-holds { border-color: #1b7f4b; }
            section.verdict-aged { border-color: #8a5a00; }
            .verdict, .posture-tenant, dt { font-weight: 600; }
            pre { padding: 0.75rem; border: 1px solid #d0d5dd; white-space: pre-wrap; }
            dd { margin: 0 0 0.5rem; }
            """;

    private final PostureFacts facts;

    PostureHtml(PostureFacts facts) {
        this.facts = facts;
    }

    byte[] page() {
        var name = text(facts.tenant().name());
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Posture one-pager · %s</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                <h1>Posture one-pager</h1>
                <p class="posture-tenant">%s</p>
                %s<p>As of <time datetime="%s">%s</time>. Each claim says how it was checked and when; a claim whose check failed is not proven.</p>
                %s
                <h2>Verify it yourself</h2>
                <p>Download the evidence bundle and the <a href="/.well-known/switchboard-root.jwk">trust root</a>, compare the root's
                fingerprint with the one below over a second channel, and run this, offline, on any computer with Java 25 or later:</p>
                <pre><code>java -jar switchboard-verify.jar BUNDLE --trust-root ROOT.jwk</code></pre>
                </main>
                <footer>
                <dl>
                <dt>Document</dt><dd><code>%s</code></dd>
                <dt>JSON twin, SHA-256</dt><dd><code>%s</code></dd>
                <dt>Trust root</dt><dd><code>%s</code></dd>
                </dl>
                </footer>
                </body>
                </html>
                """.formatted(
                        name,
                        CSS,
                        name,
                        facts.copy()
                                .map(copy -> "<p>" + text(copy.words()) + "</p>\n")
                                .orElse(""),
                        facts.asOf(),
                        UTC.format(facts.asOf()),
                        facts.claims().stream().map(PostureHtml::claim).collect(Collectors.joining("\n")),
                        text(facts.documentId()),
                        Sha256.of(facts.json()),
                        text(facts.rootFingerprint()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String claim(PostureClaim claim) {
        return """
                <section class="posture-claim verdict-%s">
                <h2>%s</h2>
                <p class="verdict">%s</p>
                <p class="finding">%s</p>
                <p class="checked-how">%s</p>
                <p class="checked-at">Checked <time datetime="%s">%s</time> · evidence <code>%s</code></p>
                </section>""".formatted(
                        text(claim.verdict().word().replace(' ', '-')),
                        text(claim.title()),
                        text(claim.verdict().word()),
                        text(claim.finding()),
                        text(claim.checkedHow()),
                        claim.checkedAt(),
                        UTC.format(claim.checkedAt()),
                        claim.evidence().map(digest -> "sha256:" + digest).orElse("none"));
    }

    private static String text(String text) {
        return htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
