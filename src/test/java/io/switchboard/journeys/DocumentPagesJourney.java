package io.switchboard.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.insight.assurance.PostureOnePager;
import io.switchboard.insight.assurance.PosturePacks;
import io.switchboard.insight.evaluation.EvaluationDesk;
import io.switchboard.insight.evaluation.EvaluationDocuments;
import io.switchboard.insight.evaluation.Memos;
import io.switchboard.insight.evaluation.Verdict;
import io.switchboard.insight.trustreports.Form;
import io.switchboard.insight.trustreports.TrustReportDesk;
import io.switchboard.insight.trustreports.TrustReports;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.tenancy.Tenants;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Documents as pages of HTML, opened as a file is: without the portal around them. */
class DocumentPagesJourney extends Journey {

    @Test
    void everyDocumentAsAPagePassesAxeAndFitsAPhone() {
        pages().forEach((name, html) -> {
            page().setContent(new String(html, StandardCharsets.UTF_8));
            page().setViewportSize(Stage.WIDTH, Stage.HEIGHT);
            assertThat(Accessibility.violations(page())).as(name).isEmpty();
            page().setViewportSize(360, 740);
            assertThat(Accessibility.violations(page()))
                    .as(name + " on a phone")
                    .isEmpty();
            assertThat(Checkpoint.tooWide(page()))
                    .as(name + " scrolls sideways")
                    .isEmpty();
            page().screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", "document-pages", name + "-360.png")));
        });
    }

    private Map<String, byte[]> pages() {
        var eve = eve();
        var now = portal().bean(Clock.class).instant();
        var reports = portal().bean(TrustReports.class);
        var report = done(reports.issue(
                eve,
                portal().bean(TrustReportDesk.class).schedule(eve).current(now).monday()));
        done(portal().bean(EvaluationDesk.class).begin(eve, LocalDate.ofInstant(now, ZoneOffset.UTC)));
        var memo = done(portal().bean(Memos.class).sign(eve, Verdict.NO_GO, "Not yet."));
        var evaluation = portal().bean(EvaluationDocuments.class);
        return Map.of(
                "trust-report",
                        done(reports.download(eve, report.id(), Form.HTML).orElseThrow())
                                .bytes(),
                "posture-pack",
                        done(portal().bean(PosturePacks.class).issue(eve)).html(),
                "posture-one-pager",
                        done(portal().bean(PostureOnePager.class).issue(eve)).html(),
                "evaluation-plan", done(evaluation.plan(eve)).html(),
                "go-no-go-memo",
                        done(evaluation.memo(eve, memo.number()).orElseThrow()).html());
    }

    private Caller eve() {
        var acme = portal().bean(Tenants.class).findBySlug(new Slug("acme")).orElseThrow();
        var eve = portal().bean(Members.class).findByUserName(acme.id(), "eve").orElseThrow();
        return new Caller(acme.id(), Actor.user(eve.id()), eve.roles());
    }

    private static <T> T done(Enforced<T> ended) {
        assertThat(ended).isInstanceOf(Enforced.Done.class);
        return ((Enforced.Done<T>) ended).value();
    }
}
