package io.switchboard.insight.trustcentre;

import static io.switchboard.insight.trustcentre.TrustCentreKit.JO;
import static io.switchboard.insight.trustcentre.TrustCentreKit.assertFails;
import static io.switchboard.insight.trustcentre.TrustCentreKit.bytes;
import static io.switchboard.insight.trustcentre.TrustCentreKit.caller;
import static io.switchboard.insight.trustcentre.TrustCentreKit.done;
import static io.switchboard.insight.trustcentre.TrustCentreKit.ruling;
import static io.switchboard.insight.trustcentre.TrustDocument.POSTURE_ONE_PAGER;
import static io.switchboard.insight.trustcentre.TrustDocument.POSTURE_PACK;
import static io.switchboard.insight.trustcentre.TrustDocument.TRUST_REPORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.Purged;
import io.switchboard.control.receipts.Subject;
import io.switchboard.insight.trustcentre.AccessGrants.Wish;
import io.switchboard.insight.trustcentre.AccessRequest.Standing;
import io.switchboard.kernel.PurgeId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Sha256;
import io.switchboard.operations.delivery.LinkToken;
import io.switchboard.operations.retention.PurgedRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessGrantsTest {

    private static TrustCentreKit kit = new TrustCentreKit();

    @BeforeAll
    static void anew() {
        kit = new TrustCentreKit();
    }

    @BeforeEach
    void open() {
        kit.open(kit.acme);
    }

    @Test
    void leadsFromTheRequestOverDecisionAndTermsToTheDocumentEachStepWithItsReceipt() {
        var asked = kit.asked(POSTURE_PACK, TRUST_REPORT);
        kit.note();
        assertThat(kit.standing(asked)).isEqualTo(Standing.WAITING);
        assertFails(kit.fetched(asked, POSTURE_PACK), "not-open");

        kit.decided(asked, 7, it -> it == POSTURE_PACK ? TrustCentreKit.yes(it) : TrustCentreKit.no(it));
        kit.note();
        assertThat(kit.standing(asked)).isEqualTo(Standing.TERMS);
        assertFails(kit.fetched(asked, POSTURE_PACK), "terms-not-accepted");

        kit.accepted(asked);
        kit.note();
        assertThat(kit.standing(asked)).isEqualTo(Standing.OPEN);
        assertThat(done(kit.fetched(asked, POSTURE_PACK)).bytes()).isEqualTo(bytes(POSTURE_PACK));
        assertFails(kit.fetched(asked, TRUST_REPORT), "not-approved");
        assertFails(kit.fetched(asked, POSTURE_ONE_PAGER), "not-approved");
        kit.note();
        var steps = kit.requests.steps(kit.nina(), asked.id());
        assertThat(steps.stream().map(AccessStep::action))
                .containsExactly(
                        AccessGrants.REQUEST, AccessRequests.DECIDE, AccessGrants.ACCEPT, AccessGrants.DOWNLOAD);
        assertThat(steps.getLast().file())
                .contains(new Subject("Document", "posture-pack.pdf", Sha256.of(bytes(POSTURE_PACK))));
    }

    @Test
    void aDownloadsReceiptNamesTheDocumentTheRequestAndTheReceiptThatItWasIssuedBy() {
        var asked = opened(POSTURE_PACK);
        var ended = (Enforced.Done<TrustFile>) kit.fetched(asked, POSTURE_PACK);
        var payload = kit.kit
                .query()
                .detail(kit.acme, ended.receipt().id())
                .orElseThrow()
                .payload()
                .toString();
        assertThat(payload)
                .contains(asked.id().value(), Sha256.of(bytes(POSTURE_PACK)).hex(), "issuedBy", "termsVersion");
    }

    @Test
    void storesNothingOfWhoAskedInTheClearAndNothingThatOpensThePage() {
        var asked = opened(POSTURE_PACK);
        done(kit.fetched(asked, POSTURE_PACK));
        kit.note();
        assertThat(kit.everythingStored())
                .contains(asked.id().value())
                .doesNotContain(
                        JO.name(),
                        JO.email(),
                        JO.company(),
                        JO.why(),
                        asked.token().value());
        assertThat(kit.requests.find(kit.nina(), asked.id()).orElseThrow().requester())
                .contains(JO);
        assertThat(kit.requests.signed(kit.nina(), asked.id())).contains("Jo Quill");
        assertThat(JO.toString()).doesNotContain("Jo");
    }

    @Test
    void whoAskedIsNotShownToAnEvaluator() {
        var asked = opened(POSTURE_PACK);
        var eve = caller(kit.acme, Role.EVALUATOR);
        assertThat(kit.requests.find(eve, asked.id()).orElseThrow().requester()).isEmpty();
        assertThat(kit.requests.list(eve))
                .isNotEmpty()
                .allMatch(it -> it.requester().isEmpty());
        assertThat(kit.requests.signed(eve, asked.id())).isEmpty();
    }

    @Test
    void aGrantEndsByItselfAndAtOnceWhereItIsRevoked() {
        var ended = opened(POSTURE_PACK);
        kit.time.pass(Duration.ofDays(7).minusSeconds(1));
        assertThat(kit.fetched(ended, POSTURE_PACK)).isInstanceOf(Enforced.Done.class);
        kit.time.pass(Duration.ofSeconds(1));
        assertFails(kit.fetched(ended, POSTURE_PACK), "not-open");
        assertThat(kit.standing(ended)).isEqualTo(Standing.ENDED);

        var revoked = opened(POSTURE_PACK);
        done(kit.requests.revoke(kit.nina(), revoked.id()).orElseThrow());
        assertFails(kit.fetched(revoked, POSTURE_PACK), "not-open");
        assertThat(kit.standing(revoked)).isEqualTo(Standing.REVOKED);
        assertFails(kit.requests.revoke(kit.nina(), revoked.id()).orElseThrow(), "over-already");
    }

    @Test
    void termsThatChangedAreAcceptedAnew() {
        var asked = opened(POSTURE_PACK);
        kit.open(kit.acme, "Other words, of " + asked.id());
        assertThat(kit.standing(asked)).isEqualTo(Standing.TERMS);
        assertFails(kit.fetched(asked, POSTURE_PACK), "terms-not-accepted");
        var before = kit.centre.settings(kit.ada()).terms().version() - 1;
        assertFails(kit.grants.accept(kit.acme, asked.token(), before, "Jo").orElseThrow(), "terms-changed");
        kit.accepted(asked);
        assertThat(kit.fetched(asked, POSTURE_PACK)).isInstanceOf(Enforced.Done.class);
    }

    @Test
    void signsWithANameOrNotAtAll() {
        var asked = kit.asked(POSTURE_PACK);
        kit.decided(asked, 7, TrustCentreKit::yes);
        int terms = kit.centre.settings(kit.ada()).terms().version();
        assertFails(kit.grants.accept(kit.acme, asked.token(), terms, "  ").orElseThrow(), "no-name");
        assertFails(
                kit.grants.accept(kit.acme, asked.token(), terms, "Jo\nQuill").orElseThrow(), "no-name");
        assertThat(kit.standing(asked)).isEqualTo(Standing.TERMS);
    }

    @Test
    void ofTwoWhoDecideAtOnceTheSecondIsTold() throws Exception {
        var asked = kit.asked(POSTURE_PACK);
        var seen = kit.requests.find(kit.nina(), asked.id()).orElseThrow();
        var together = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var tries = IntStream.range(0, 4)
                    .mapToObj(_ -> threads.submit(() -> {
                        together.await();
                        return kit.requests
                                .decide(kit.nina(), asked.id(), ruling(seen, 7, TrustCentreKit::yes))
                                .orElseThrow();
                    }))
                    .toList();
            together.countDown();
            int decided = 0;
            for (var each : tries) {
                var ended = each.get();
                decided += ended instanceof Enforced.Done<?> ? 1 : 0;
                if (!(ended instanceof Enforced.Done<?>)) {
                    assertFails(ended, "changed-meanwhile");
                }
            }
            assertThat(decided).isEqualTo(1);
        }
    }

    @Test
    void decidesAboutEveryDocumentWithAReasonForEachNoAndWithinTheDays() {
        var asked = kit.asked(POSTURE_PACK, TRUST_REPORT);
        var seen = kit.requests.find(kit.nina(), asked.id()).orElseThrow();
        assertFails(decided(asked, ruling(seen, 31, TrustCentreKit::yes)), "bad-days");
        assertFails(decided(asked, ruling(seen, 0, TrustCentreKit::yes)), "bad-days");
        assertFails(decided(asked, ruling(seen, 7, _ -> new AccessRequests.Answer(false, " ", Set.of()))), "no-reason");
        var one = Map.of(POSTURE_PACK, TrustCentreKit.yes(POSTURE_PACK));
        assertFails(decided(asked, new AccessRequests.Ruling(seen.version(), one, 7, false)), "not-every-document");
        assertThat(kit.requests.decide(
                        caller(kit.acme, Role.EVALUATOR), asked.id(), ruling(seen, 7, TrustCentreKit::yes)))
                .get()
                .isInstanceOf(Enforced.Refused.class);
        done(decided(asked, ruling(seen, 7, TrustCentreKit::no)));
        assertThat(kit.standing(asked)).isEqualTo(Standing.REFUSED);
    }

    private static Enforced<AccessRequest> decided(AccessGrants.Requested asked, AccessRequests.Ruling ruling) {
        return kit.requests.decide(kit.nina(), asked.id(), ruling).orElseThrow();
    }

    @Test
    void handsNothingOutThatIsNotListedOrNotThereAnyMore() {
        var asked = opened(TRUST_REPORT);
        kit.missing.add(TRUST_REPORT);
        assertFails(kit.fetched(asked, TRUST_REPORT), "not-available");
        kit.missing.clear();
        var before = kit.centre.settings(kit.ada());
        var without = new CentreSettings.Draft(
                true, before.welcome(), Set.of(POSTURE_PACK), before.terms().text());
        done(kit.centre.configure(kit.ada(), without, before.version()));
        assertFails(kit.fetched(asked, TRUST_REPORT), "not-listed");
        assertFails(kit.grants.request(kit.acme, new Wish(JO, Set.of(TRUST_REPORT), false)), "not-listed");
        assertFails(kit.grants.request(kit.acme, new Wish(JO, Set.of(), false)), "not-listed");
    }

    @Test
    void copiesCarryAWatermarkWhereTheRequesterOrWhoeverDecidesWantsOneAndNameTheRequest() {
        var plain = opened(POSTURE_PACK);
        done(kit.fetched(plain, POSTURE_PACK));
        assertThat(kit.handed.getLast()).isEqualTo(Handout.AS_IT_IS);

        var wished = done(kit.grants.request(kit.acme, new Wish(JO, Set.of(POSTURE_PACK), true)));
        kit.decided(wished, 7, TrustCentreKit::yes);
        kit.accepted(wished);
        done(kit.fetched(wished, POSTURE_PACK));
        assertThat(kit.handed.getLast().watermark().orElseThrow().text())
                .isEqualTo("Copy for Buyer Inc., " + wished.id());

        var demanded = kit.asked(POSTURE_PACK);
        var answers = Map.of(POSTURE_PACK, TrustCentreKit.yes(POSTURE_PACK));
        done(decided(demanded, new AccessRequests.Ruling(1, answers, 7, true)));
        kit.accepted(demanded);
        done(kit.fetched(demanded, POSTURE_PACK));
        assertThat(kit.handed.getLast().watermark()).isPresent();
    }

    @Test
    void aLongOrStrangeCompanyLeavesTheRequestReadableInTheWatermark() {
        for (var company : List.of("Lang & Söhne ".repeat(9), "Buyer \u202e.cnI reyuB")) {
            var jo = new Requester(JO.name(), JO.email(), company, JO.why());
            var asked = done(kit.grants.request(kit.acme, new Wish(jo, Set.of(POSTURE_PACK), true)));
            var request = kit.requests.find(kit.nina(), asked.id()).orElseThrow();
            assertThat(Handout.mark(request).text())
                    .endsWith(asked.id().value())
                    .hasSizeLessThanOrEqualTo(120);
        }
    }

    @Test
    void sectionsAreWithheldOfWhatHasThemAndNeverAll() {
        var asked = kit.asked(POSTURE_PACK, TRUST_REPORT);
        var yes = TrustCentreKit.yes(POSTURE_PACK);
        assertFails(decided(asked, withholding(yes, Set.of("keys", "incidents"))), "nothing-disclosed");
        assertFails(decided(asked, withholding(yes, Set.of("secrets"))), "no-such-section");
        var pack = new AccessRequests.Answer(true, "", Set.of("keys"));
        assertFails(decided(asked, withholding(pack, Set.of())), "no-such-section");
        done(decided(asked, withholding(yes, Set.of("keys"))));
        kit.accepted(asked);
        done(kit.fetched(asked, TRUST_REPORT));
        assertThat(kit.handed.getLast().withheld()).containsExactly("keys");
    }

    private static AccessRequests.Ruling withholding(AccessRequests.Answer pack, Set<String> withheld) {
        var report = new AccessRequests.Answer(true, "", withheld);
        return new AccessRequests.Ruling(1, Map.of(POSTURE_PACK, pack, TRUST_REPORT, report), 7, false);
    }

    @Test
    void whoAskedIsForgottenOnceTheRequestIsOverForAsLongAsIsKept() {
        var own = new TrustCentreKit();
        own.open(own.acme);
        var asked = own.asked(POSTURE_PACK);
        own.decided(asked, 7, TrustCentreKit::yes);
        own.accepted(asked);
        var purge = new PurgeableAccess(own.kit.jdbc());
        var end =
                own.requests.find(own.nina(), asked.id()).orElseThrow().endsAt().orElseThrow();
        assertThat(purge.due(own.acme, end).number()).as("before its end").isZero();
        var after = end.plusSeconds(1);
        assertThat(purge.due(own.acme, after).number()).isEqualTo(2);
        assertThat(purge.due(own.globex, after).number()).isZero();
        var gone = purge.purge(own.acme, after, 500, new Purged(PurgeId.random(), after));
        assertThat(gone.stream().map(PurgedRecord::name))
                .containsExactly(asked.id() + "/person", asked.id() + "/signature");
        assertThat(purge.due(own.acme, after).number()).isZero();
        var request = own.requests.find(own.nina(), asked.id()).orElseThrow();
        assertThat(request.requester()).isEmpty();
        assertThat(request.accepted()).isPresent();
        assertThat(own.requests.signed(own.nina(), asked.id())).isEmpty();
    }

    @Test
    void handsOneDocumentOutSoOftenAndNoOftener() {
        var asked = opened(POSTURE_PACK);
        for (int i = 0; i < AccessGrants.MOST_DOWNLOADS; i++) {
            done(kit.fetched(asked, POSTURE_PACK));
        }
        assertFails(kit.fetched(asked, POSTURE_PACK), "too-often");
    }

    @Test
    void isNotFoundUnderAnotherTenantsNameByAGuessOrWhileClosed() {
        var asked = opened(POSTURE_PACK);
        kit.open(kit.globex);
        assertThat(kit.grants.page(kit.globex, asked.token())).isEmpty();
        assertThat(kit.grants.download(kit.globex, asked.token(), POSTURE_PACK)).isEmpty();
        assertThat(kit.grants.page(kit.acme, LinkToken.random())).isEmpty();
        assertThat(kit.requests.find(caller(kit.globex, Role.PARTNER_ADMIN), asked.id()))
                .isEmpty();
        assertThat(kit.requests.revoke(caller(kit.globex, Role.PARTNER_ADMIN), asked.id()))
                .isEmpty();
        kit.close(kit.acme);
        assertThat(kit.grants.page(kit.acme, asked.token())).isEmpty();
        assertThat(kit.grants.download(kit.acme, asked.token(), POSTURE_PACK)).isEmpty();
        assertFails(kit.grants.request(kit.acme, new Wish(JO, Set.of(POSTURE_PACK), false)), "closed");
    }

    @Test
    void takesNoMoreThanCanBeDecidedAndLetsWhatNobodyDecidesLapse() {
        var own = new TrustCentreKit();
        own.open(own.acme);
        var first = own.asked(POSTURE_PACK);
        for (int i = 1; i < AccessGrants.MOST_WAITING; i++) {
            own.asked(POSTURE_PACK);
        }
        assertThat(own.grants.hasRoom(own.acme)).isFalse();
        assertFails(own.grants.request(own.acme, new Wish(JO, Set.of(POSTURE_PACK), false)), "too-many-waiting");
        own.time.pass(AccessRequest.WAITS);
        assertThat(own.grants.hasRoom(own.acme)).isTrue();
        assertThat(own.standing(first)).isEqualTo(Standing.LAPSED);
        var seen = own.requests.find(own.nina(), first.id()).orElseThrow();
        assertFails(
                own.requests
                        .decide(own.nina(), first.id(), ruling(seen, 7, TrustCentreKit::yes))
                        .orElseThrow(),
                "not-waiting");
    }

    private static AccessGrants.Requested opened(TrustDocument document) {
        var asked = kit.asked(document);
        kit.decided(asked, 7, TrustCentreKit::yes);
        kit.accepted(asked);
        return asked;
    }
}
