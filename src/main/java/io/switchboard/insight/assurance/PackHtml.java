package io.switchboard.insight.assurance;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import io.switchboard.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The pack as a page that is read where it was saved: its looks inside, no script, every text escaped. */
final class PackHtml {

    private static final String CSS = """
            :root { color-scheme: light; }
            body { margin: 0; background: #fff; color: #344054; font: 16px/1.5 system-ui, sans-serif; }
            main { max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
            h1, h2, h3 { color: #101828; line-height: 1.2; }
            section { margin-top: 2.5rem; padding-inline-start: 1rem; border-inline-start: 4px solid #1b7f4b; }
            section.unproven { border-color: #8a5a00; }
            .verdict { font-weight: 600; }
            pre { overflow-x: auto; padding: 0.75rem; border: 1px solid #d0d5dd; }
            dt { font-weight: 600; }
            dd { margin: 0 0 0.5rem; }
            """;

    private final PackFacts facts;

    PackHtml(PackFacts facts) {
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
                <title>Posture pack · %s</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                <h1>Posture pack</h1>
                <p>%s</p>
                %s<p>As of <time datetime="%s">%s</time>. A claim whose check failed or aged out is not proven.</p>
                %s
                <h2>This document</h2>
                <dl>
                <dt>Document</dt><dd><code>%s</code></dd>
                <dt>JSON twin, SHA-256</dt><dd><code>%s</code></dd>
                <dt>Trust root</dt><dd><code>%s</code></dd>
                </dl>
                </main>
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
                        PackPress.words(facts.asOf()),
                        facts.claims().stream().map(PackHtml::claim).collect(Collectors.joining("\n")),
                        text(facts.documentId()),
                        Sha256.of(facts.json()),
                        text(facts.rootFingerprint()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String claim(PackClaim claim) {
        return """
                <section class="%s">
                <h2>%s</h2>
                <p class="verdict">%s</p>
                <p>%s</p>
                <p>%s</p>
                <dl>%s</dl>
                <h3>Check it yourself</h3>
                <pre tabindex="0"><code>%s</code></pre>
                <ul>%s</ul>
                </section>""".formatted(
                        claim.holds() ? "holds" : "unproven",
                        text(claim.title()),
                        text(claim.verdict()),
                        text(claim.finding()),
                        text(PackPress.lastHeld(claim)),
                        claim.artifacts().stream().map(PackHtml::artifact).collect(Collectors.joining()),
                        text(claim.command()),
                        claim.history().stream().map(PackHtml::past).collect(Collectors.joining()));
    }

    private static String artifact(Artifact artifact) {
        return "<dt>" + text(artifact.name()) + "</dt><dd>" + text(artifact.where())
                + artifact.digest()
                        .map(digest -> "<br><code>sha256:" + digest + "</code>")
                        .orElse("") + "</dd>";
    }

    private static String past(PackClaim.PastCheck check) {
        return "<li>" + PackPress.words(check.at()) + ": " + PackClaim.word(check.holds()) + ". "
                + text(check.finding()) + "</li>";
    }

    private static String text(String text) {
        return htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
