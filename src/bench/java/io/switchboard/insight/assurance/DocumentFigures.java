package io.switchboard.insight.assurance;

import io.switchboard.bench.Report;
import io.switchboard.bench.Rounds;
import io.switchboard.journeys.WarmChromium;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.signing.TrustRoot;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.Tenants;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/**
 * The posture one-pager from its facts to a tagged, signed PDF/A with embedded fonts, against a warm headless Chromium that prints the same content
 * as a tagged PDF, unsigned; both after 150 prints, as a server that has run for a while. It lives here to leave out the checks, which the peer would not do.
 */
public final class DocumentFigures {

    private static final int WARM = 150;
    private static final int PRINTS = 60;

    private final OnePagerPress press;
    private final PostureClaims claims;
    private final TrustRoot root;
    private final Tenant tenant;

    public DocumentFigures(ApplicationContext portal) {
        press = portal.getBean(OnePagerPress.class);
        claims = portal.getBean(PostureClaims.class);
        root = portal.getBean(TrustRoot.class);
        tenant = portal.getBean(Tenants.class)
                .register(new Slug("print"), Plan.PRO, new TenantSettings("Print", "#1f5eff", Optional.empty(), 365));
        portal.getBean(KeyRing.class)
                .establish(tenant.id(), tenant.log(), tenant.log().value());
    }

    public void measure(Report report) throws Exception {
        var measured = claims.of(tenant);
        var product = new Rounds();
        var peer = new Rounds();
        try (var chromium = new WarmChromium()) {
            for (int i = 0; i < WARM + PRINTS; i++) {
                // Another moment each time, so that nothing is the same document as before.
                var facts = new PostureFacts(
                        tenant, Instant.ofEpochSecond(1_790_000_000L + i), root.fingerprint(), measured);
                var html = standalone(new PostureHtml(facts).page());
                var ours = i < WARM ? new Rounds() : product;
                var theirs = i < WARM ? new Rounds() : peer;
                ours.time(() -> requirePdf(press.print(facts).pdf()));
                theirs.time(() -> requirePdf(chromium.print(html)));
            }
        }
        report.add(
                "document.one-pager-p95",
                product.quantile(0.95) * 1_000,
                "ms",
                peer.quantile(0.95) / product.quantile(0.95),
                "warm-chromium",
                2);
    }

    private static void requirePdf(byte[] pdf) {
        if (pdf.length < 10_000 || !new String(pdf, 0, 5, StandardCharsets.US_ASCII).equals("%PDF-")) {
            throw new IllegalStateException("that is no PDF of a page: " + pdf.length + " bytes");
        }
    }

    /** With its styles inside, since a string has no address to load them from. */
    private static String standalone(byte[] page) throws IOException {
        return new String(page, StandardCharsets.UTF_8)
                .replace("<link rel=\"stylesheet\" href=\"/themes/base/base.css\">", style("base"))
                .replace("<link rel=\"stylesheet\" href=\"/themes/base/assurance.css\">", style("assurance"));
    }

    private static String style(String name) throws IOException {
        try (InputStream css =
                DocumentFigures.class.getResourceAsStream("/META-INF/resources/themes/base/" + name + ".css")) {
            return "<style>" + new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8)
                    + "</style>";
        }
    }
}
