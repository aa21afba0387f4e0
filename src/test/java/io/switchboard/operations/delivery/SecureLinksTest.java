package io.switchboard.operations.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementKit;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.SteppedClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SecureLinksTest {

    private static final SteppedClock TIME = new SteppedClock(Instant.parse("2026-11-22T09:00:00Z"));
    private static EnforcementKit kit;
    private static LinkRows rows;
    private static SecureLinks links;
    private static TenantId acme;
    private static TenantId globex;

    @BeforeAll
    static void migrate() {
        kit = EnforcementKit.at(TIME, "delivery");
        rows = new LinkRows(kit.jdbc(), kit.signing().box());
        links = new SecureLinks(kit.enforcement(), new Viewing(kit.policy()), rows, TIME);
        acme = kit.tenant("acme").id();
        globex = kit.tenant("globex").id();
    }

    @Test
    void handsTheFileToWhoeverHoldsTheLinkAsOftenAsItSaysAndEachTimeWithAReceipt() {
        var shared = shared(2);
        assertThat(links.offer(acme, shared.token())).isPresent();
        assertThat(links.offer(acme, shared.token()))
                .as("looking uses nothing up")
                .isPresent();
        var before = collected();
        assertThat(links.collect(acme, shared.token()).orElseThrow().bytes()).isEqualTo(bytes());
        assertThat(links.collect(acme, shared.token())).isPresent();
        assertThat(links.collect(acme, shared.token())).isEmpty();
        assertThat(collected() - before).isEqualTo(2);
        assertThat(rows.find(acme, shared.link().id()).orElseThrow().at(TIME.instant()))
                .isEqualTo(SecureLink.Standing.USED_UP);
    }

    @Test
    void opensNothingOnceItHasEndedOrWasRevokedAndForgetsTheFile() {
        var ended = shared(5);
        TIME.pass(Duration.ofDays(7));
        assertThat(links.collect(acme, ended.token())).isEmpty();
        rows.forget(TIME.instant());
        assertThat(isKept(ended)).isFalse();

        var revoked = shared(5);
        assertThat(isKept(revoked)).isTrue();
        assertThat(links.revoke(ada(), revoked.link().id()).orElseThrow()).isInstanceOf(Enforced.Done.class);
        assertThat(links.collect(acme, revoked.token())).isEmpty();
        assertThat(isKept(revoked)).as("at once, not only by the job").isFalse();
        assertThat(links.revoke(ada(), revoked.link().id()).orElseThrow())
                .isInstanceOfSatisfying(
                        Enforced.Failed.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo("revoked-already"));
    }

    @Test
    void keepsNeitherTheTokenNorTheFileInTheClear() {
        var shared = shared(1);
        var row = kit.jdbc()
                .sql("SELECT * FROM delivery_link WHERE tenant_id = ? AND link_id = ?")
                .params(acme.value(), shared.link().id().value())
                .query()
                .singleRow();
        assertThat(row.values().stream()
                        .map(value -> value instanceof byte[] binary
                                ? new String(binary, StandardCharsets.ISO_8859_1)
                                : String.valueOf(value)))
                .noneMatch(value -> value.contains(shared.token().value()))
                .noneMatch(value -> value.contains("the report of the week"));
        assertThat(shared.token().toString()).doesNotContain(shared.token().value());
    }

    @Test
    void isNotFoundUnderAnotherTenantsNameOrByAGuess() {
        var shared = shared(1);
        assertThat(links.offer(globex, shared.token())).isEmpty();
        assertThat(links.collect(globex, shared.token())).isEmpty();
        assertThat(links.offer(acme, LinkToken.random())).isEmpty();
        assertThat(LinkToken.parse("../../etc/passwd")).isEmpty();
        assertThat(LinkToken.parse(shared.link().id().value())).isEmpty();
        assertThat(links.revoke(
                        caller(globex, Role.PARTNER_ADMIN), shared.link().id()))
                .isEmpty();
    }

    @Test
    void ofManyWhoCollectTheLastUseAtOnceOneGetsIt() throws Exception {
        var shared = shared(1);
        var together = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(6)) {
            var tries = IntStream.range(0, 6)
                    .mapToObj(_ -> threads.submit(() -> {
                        together.await();
                        return links.collect(acme, shared.token());
                    }))
                    .toList();
            together.countDown();
            int got = 0;
            for (var each : tries) {
                got += each.get().isPresent() ? 1 : 0;
            }
            assertThat(got).isEqualTo(1);
        }
        assertThat(rows.find(acme, shared.link().id()).orElseThrow().uses()).isEqualTo(1);
    }

    @Test
    void refusesWhoeverMayNotAndWhatIsTooLongOrTooOften() {
        assertThat(links.share(caller(acme, Role.OPERATOR), file(), Duration.ofDays(1), 1))
                .isInstanceOf(Enforced.Refused.class);
        assertFails(links.share(ada(), file(), Duration.ofDays(31), 1), "bad-validity");
        assertFails(links.share(ada(), file(), Duration.ZERO, 1), "bad-validity");
        assertFails(links.share(ada(), file(), Duration.ofDays(1), 0), "bad-uses");
        assertFails(links.share(ada(), file(), Duration.ofDays(1), 101), "bad-uses");
        assertThat(links.againstViewing(caller(acme, Role.OPERATOR))).isPresent();
    }

    private static SecureLinks.Shared shared(int uses) {
        return ((Enforced.Done<SecureLinks.Shared>) links.share(ada(), file(), Duration.ofDays(7), uses)).value();
    }

    private static SharedFile file() {
        return new SharedFile("trust-report.pdf", "application/pdf", bytes());
    }

    private static byte[] bytes() {
        return "the report of the week".getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isKept(SecureLinks.Shared shared) {
        return kit.jdbc()
                .sql("SELECT content IS NOT NULL OR wrapped_key IS NOT NULL FROM delivery_link WHERE link_id = ?")
                .param(shared.link().id().value())
                .query(Boolean.class)
                .single();
    }

    private static int collected() {
        return kit.query()
                .list(acme, ReceiptFilter.allowed(SecureLinks.COLLECT), Optional.empty(), 500)
                .items()
                .size();
    }

    private static void assertFails(Enforced<?> ended, String code) {
        assertThat(ended)
                .isInstanceOfSatisfying(
                        Enforced.Failed.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo(code));
    }

    private static Caller ada() {
        return caller(acme, Role.PARTNER_ADMIN);
    }

    private static Caller caller(TenantId tenant, Role role) {
        return new Caller(tenant, Actor.user(MemberId.random()), Set.of(role));
    }
}
