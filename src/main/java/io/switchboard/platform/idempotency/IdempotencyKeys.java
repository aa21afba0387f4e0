package io.switchboard.platform.idempotency;

import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.Utc;
import io.switchboard.platform.signing.SecretBox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of keys. A claim commits at once and on its own, so that a second request sees the first while that is still under way. */
@Repository
class IdempotencyKeys {

    static final Duration KEPT = Duration.ofHours(24);

    private static final String ROW =
            " WHERE tenant_id = ? AND principal = ? AND method = ? AND path = ? AND idempotency_key = ?";

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, SecretBox box, Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.clock = clock;
    }

    Claim claim(Scope scope, Sha256 digest) {
        jdbc.sql("DELETE FROM idempotency_key" + ROW + " AND created_at <= ?")
                .params(row(scope))
                .param(before(KEPT))
                .update();
        int made = jdbc.sql("""
                        INSERT IGNORE INTO idempotency_key (tenant_id, principal, method, path, idempotency_key, body_digest, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(row(scope))
                .param(digest.hex())
                .param(before(Duration.ZERO))
                .update();
        return made == 1 ? new Claim.Fresh() : known(scope, digest);
    }

    void answered(Scope scope, Answer answer) {
        jdbc.sql("UPDATE idempotency_key SET status = ?, headers = ?, body = ?" + ROW)
                .param(answer.status())
                .param(Headers.text(answer.headers()))
                .param(answer.body()
                        .map(body -> box.seal(scope.context(), body))
                        .orElse(null))
                .params(row(scope))
                .update();
    }

    /** Nothing was done, so the same key may try again. */
    void release(Scope scope) {
        jdbc.sql("DELETE FROM idempotency_key" + ROW).params(row(scope)).update();
    }

    int forgetOld() {
        return jdbc.sql("DELETE FROM idempotency_key WHERE created_at <= ?")
                .param(before(KEPT))
                .update();
    }

    /** A row that vanishes between the two statements has just been released: whoever asks again gets it. */
    private Claim known(Scope scope, Sha256 digest) {
        return jdbc.sql("SELECT body_digest, status, headers, body FROM idempotency_key" + ROW)
                .params(row(scope))
                .query((found, _) -> read(found, scope, digest))
                .optional()
                .orElseGet(Claim.Running::new);
    }

    private Claim read(ResultSet row, Scope scope, Sha256 digest) throws SQLException {
        if (!row.getString("body_digest").equals(digest.hex())) {
            return new Claim.OtherBody();
        }
        int status = row.getInt("status");
        return row.wasNull()
                ? new Claim.Running()
                : new Claim.Answered(new Answer(
                        status,
                        Headers.of(row.getString("headers")),
                        Optional.ofNullable(row.getBytes("body")).map(body -> box.open(scope.context(), body))));
    }

    private LocalDateTime before(Duration time) {
        return Utc.column(clock.instant().minus(time));
    }

    private static List<Object> row(Scope scope) {
        return List.of(scope.tenant().value(), scope.principal(), scope.method(), scope.path(), scope.key());
    }
}
