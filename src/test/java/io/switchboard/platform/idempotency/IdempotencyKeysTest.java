package io.switchboard.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.MasterKey;
import io.switchboard.platform.signing.SecretBox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdempotencyKeysTest {

    private static final Sha256 BODY = Sha256.of("body".getBytes(StandardCharsets.UTF_8));
    private static final Sha256 OTHER = Sha256.of("other".getBytes(StandardCharsets.UTF_8));
    private static final byte[] PERSONAL = "{\"name\": \"Ada Marlowe\"}".getBytes(StandardCharsets.UTF_8);

    private final DataSource database = TestDatabase.migrated("idempotency");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private Instant now = Instant.parse("2026-11-21T09:00:00Z");
    private final InstantSource time = () -> now;
    private final IdempotencyKeys keys = new IdempotencyKeys(
            jdbc,
            new SecretBox(new MasterKey(Base64.getEncoder().encodeToString(new byte[32]))),
            time.withZone(ZoneOffset.UTC));
    private final Scope scope = scope(TenantId.random(), "service:one");

    @Test
    void theFirstGetsTheKeyAndTheSecondWaits() {
        assertThat(keys.claim(scope, BODY)).isInstanceOf(Claim.Fresh.class);
        assertThat(keys.claim(scope, BODY)).isInstanceOf(Claim.Running.class);
    }

    @Test
    void anAnsweredRequestIsAnsweredTheSameAgain() {
        keys.claim(scope, BODY);
        keys.answered(
                scope,
                new Answer(
                        202, Map.of("Content-Type", "application/json", "Location", "/api/x"), Optional.of(PERSONAL)));
        assertThat(keys.claim(scope, BODY)).isInstanceOfSatisfying(Claim.Answered.class, claim -> {
            assertThat(claim.answer().status()).isEqualTo(202);
            assertThat(claim.answer().headers())
                    .containsEntry("Location", "/api/x")
                    .hasSize(2);
            assertThat(claim.answer().body())
                    .hasValueSatisfying(body -> assertThat(body).isEqualTo(PERSONAL));
        });
    }

    @Test
    void anotherBodyIsAnotherRequest() {
        keys.claim(scope, BODY);
        assertThat(keys.claim(scope, OTHER)).isInstanceOf(Claim.OtherBody.class);
        keys.answered(scope, new Answer(200, Map.of(), Optional.of(PERSONAL)));
        assertThat(keys.claim(scope, OTHER)).isInstanceOf(Claim.OtherBody.class);
    }

    @Test
    void tenantsAndClientsHaveKeysOfTheirOwn() {
        keys.claim(scope, BODY);
        assertThat(keys.claim(scope(TenantId.random(), "service:one"), OTHER)).isInstanceOf(Claim.Fresh.class);
        assertThat(keys.claim(scope(scope.tenant(), "service:two"), OTHER)).isInstanceOf(Claim.Fresh.class);
    }

    @Test
    void aReleasedKeyMayTryAgain() {
        keys.claim(scope, BODY);
        keys.release(scope);
        assertThat(keys.claim(scope, OTHER)).isInstanceOf(Claim.Fresh.class);
    }

    @Test
    void aKeyIsKeptForADay() {
        keys.claim(scope, BODY);
        now = now.plus(Duration.ofHours(24)).minusSeconds(1);
        assertThat(keys.claim(scope, BODY)).isInstanceOf(Claim.Running.class);
        now = now.plusSeconds(1);
        assertThat(keys.claim(scope, OTHER)).isInstanceOf(Claim.Fresh.class);
    }

    @Test
    void forgetsWhatHasHadItsDay() {
        keys.claim(scope, BODY);
        now = now.plus(Duration.ofHours(24));
        keys.claim(scope(TenantId.random(), "service:one"), BODY);
        assertThat(keys.forgetOld()).isEqualTo(1);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM idempotency_key")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void keepsAnswersSealed() {
        keys.claim(scope, BODY);
        keys.answered(scope, new Answer(200, Map.of(), Optional.of(PERSONAL)));
        var stored =
                jdbc.sql("SELECT body FROM idempotency_key").query(byte[].class).single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Ada");
    }

    private static Scope scope(TenantId tenant, String principal) {
        return new Scope(tenant, principal, "POST", "/api/imports", "key-1");
    }
}
