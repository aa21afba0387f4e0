package io.switchboard.insight.trustcentre;

import io.switchboard.control.receipts.Purged;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.operations.retention.DueRecords;
import io.switchboard.operations.retention.PurgeableRecords;
import io.switchboard.operations.retention.PurgedRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who asked, once the request is over. Its age counts from its end; one that nobody decided has lapsed by the time the shortest retention is over. */
@Component
@Order(4)
class PurgeableAccess implements PurgeableRecords {

    private static final int DAYS = 90;
    private static final String OVER = "COALESCE(revoked_at, ends_at, decided_at, requested_at)";
    private static final String DUE =
            " FROM trustcentre_request WHERE tenant_id = ? AND person_key IS NOT NULL AND " + OVER + " < ?";

    private final JdbcClient jdbc;

    PurgeableAccess(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "access-requests";
    }

    @Override
    public String title() {
        return "Who asked the trust centre";
    }

    @Override
    public String what() {
        return "Name, e-mail, company, reason and signature of requests that are over. What was asked for, decided and downloaded stays.";
    }

    @Override
    public Optional<Integer> defaultDays() {
        return Optional.of(DAYS);
    }

    /** The person and the signature are two records. */
    @Override
    public DueRecords due(TenantId tenant, Instant before) {
        return jdbc.sql("SELECT COUNT(*) + COUNT(signed_key), MIN(" + OVER + "), MAX(" + OVER + ")" + DUE)
                .params(tenant.value(), Utc.column(before))
                .query((row, _) -> new DueRecords(row.getLong(1), instant(row, 2), instant(row, 3)))
                .single();
    }

    private record Due(
            String id,
            Instant over,
            Sha256 person,
            Sha256 personKey,
            Optional<Sha256> signed,
            Optional<Sha256> signedKey) {

        Stream<PurgedRecord> records() {
            return Stream.concat(
                    Stream.of(new PurgedRecord(id + "/person", over, person, Optional.of(personKey))),
                    signed.stream().map(digest -> new PurgedRecord(id + "/signature", over, digest, signedKey)));
        }
    }

    @Override
    public List<PurgedRecord> purge(TenantId tenant, Instant before, int most, Purged purged) {
        var due = jdbc.sql(
                        "SELECT request_id, " + OVER + """
                         AS over_at, SHA2(person, 256) AS person, SHA2(person_key, 256) AS person_key,
                        SHA2(signed, 256) AS signed, SHA2(signed_key, 256) AS signed_key
                        """ + DUE + " ORDER BY over_at, request_id LIMIT ? FOR UPDATE")
                .params(tenant.value(), Utc.column(before), Math.max(1, most / 2))
                .query((row, _) -> due(row))
                .list();
        due.forEach(it -> jdbc.sql("""
                        UPDATE trustcentre_request SET person_key = NULL, person = NULL, signed_key = NULL, signed = NULL
                        WHERE tenant_id = ? AND request_id = ?""").params(tenant.value(), it.id()).update());
        return due.stream().flatMap(Due::records).toList();
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getString("request_id"),
                instant(row, 2).orElseThrow(),
                new Sha256(row.getString("person")),
                new Sha256(row.getString("person_key")),
                digest(row, "signed"),
                digest(row, "signed_key"));
    }

    private static Optional<Sha256> digest(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(Sha256::new);
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(Utc::instant);
    }
}
