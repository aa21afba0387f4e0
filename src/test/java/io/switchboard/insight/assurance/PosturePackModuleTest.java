package io.switchboard.insight.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.EvidenceBundles;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.fsck.LogCheck;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.documents.Watermark;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.tenancy.Tenants;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** On the portal's own database: what holds depends on what other tests did, so only what this test made is looked at. */
class PosturePackModuleTest extends SignedInViewTest {

    @Test
    void isIssuedUnderPolicyWithTheDigestsOfItsFormsInItsReceipt() {
        var ada = caller("ada");
        var done = (Enforced.Done<PosturePack>) bean(PosturePacks.class).issue(ada);
        var pack = done.value();
        assertThat(pack.pdf()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(bean(ReceiptQuery.class)
                        .detail(ada.tenant(), done.receipt().id())
                        .orElseThrow()
                        .payload()
                        .toString())
                .contains(
                        Sha256.of(pack.pdf()).hex(),
                        Sha256.of(pack.json()).hex(),
                        Sha256.of(pack.html()).hex());
        assertThat(bean(PosturePacks.class).issue(caller("otto"))).isInstanceOf(Enforced.Refused.class);
    }

    @Test
    void withAWatermarkTheOriginalIsIssuedFirstAndACopyOfTheSameFactsNamesItsReceipt() {
        var ada = caller("ada");
        var done = (Enforced.Done<PosturePack>) bean(PosturePacks.class).issue(ada, Watermark.of("For Jane Doe"));
        var json = new JsonMapper().readTree(done.value().json());
        var of = json.path("copy").path("of");
        assertThat(json.path("copy").path("watermark").asString()).isEqualTo("For Jane Doe");
        assertThat(new String(done.value().html(), StandardCharsets.UTF_8)).contains("marked “For Jane Doe”");
        var original = new ReceiptId(of.path("receipt").asString());
        assertThat(done.receipt().parent()).contains(original);
        assertThat(String.valueOf(subjects(ada, original)))
                .contains(of.path("jsonSha256").asString(), of.path("pdfSha256").asString())
                .doesNotContain(Sha256.of(done.value().json()).hex());
        assertThat(String.valueOf(subjects(ada, done.receipt().id())))
                .contains(
                        Sha256.of(done.value().pdf()).hex(),
                        Sha256.of(done.value().json()).hex(),
                        of.path("documentId").asString(),
                        of.path("jsonSha256").asString());
        assertThat(done.value().id()).isNotEqualTo(of.path("documentId").asString());
    }

    private @Nullable Object subjects(Caller caller, ReceiptId receipt) {
        return bean(ReceiptQuery.class)
                .detail(caller.tenant(), receipt)
                .orElseThrow()
                .payload()
                .get("subject");
    }

    @Test
    void aBundleMadeForTheCheckIsInOrderOnceTheLogWasRecomputed() {
        var ada = caller("ada");
        bean(PosturePacks.class).issue(ada);
        bean(EvidenceBundles.class).prepare(ada.tenant()); // so that its receipt is in the log
        bean(LogCheck.class).check(ada.tenant());
        var claims = claims(ada);
        assertThat(claims.valueStream().map(claim -> claim.path("id").asString()))
                .containsExactly(
                        "policy-gated", "signed-receipts", "offline-verifiable", "provable-deletion", "dr-drill");
        var offline = claims.path(2);
        assertThat(offline.path("verdict").asString())
                .as(offline.path("finding").asString())
                .isEqualTo("holds");
        assertThat(offline.path("artifacts").path(0).path("sha256").asString()).hasSize(64);
        assertThat(offline.path("lastHeld").isNull()).isFalse();
        assertThat(claims(ada).path(2).path("history").size()).isPositive();
    }

    private JsonNode claims(Caller caller) {
        var done = (Enforced.Done<PosturePack>) bean(PosturePacks.class).issue(caller);
        return new JsonMapper().readTree(done.value().json()).path("claims");
    }

    private Caller caller(String user) {
        var id = bean(Tenants.class).findBySlug(new Slug("acme")).orElseThrow().id();
        var member = bean(Members.class).findByUserName(id, user).orElseThrow();
        return new Caller(id, Actor.user(member.id()), member.roles());
    }
}
