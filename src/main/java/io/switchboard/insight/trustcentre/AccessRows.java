package io.switchboard.insight.trustcentre;

import io.switchboard.insight.trustcentre.AccessRequest.Acceptance;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.operations.delivery.LinkToken;
import io.switchboard.platform.signing.SecretBox;
import io.switchboard.platform.signing.SecretBox.Shreddable;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Requests and grants as rows. Who asked is sealed under a key of its own for each request. */
@Repository
class AccessRows {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern WORDS = Pattern.compile(" ");
    private static final String REQUEST = "SELECT * FROM trustcentre_request WHERE tenant_id = ?";

    private final JdbcClient jdbc;
    private final SecretBox box;

    AccessRows(JdbcClient jdbc, SecretBox box) {
        this.jdbc = jdbc;
        this.box = box;
    }

    void add(TenantId tenant, AccessId id, LinkToken token, AccessGrants.Wish wish, Instant now) {
        var sealed = box.sealShreddable(context(tenant, id, "person"), JSON.writeValueAsBytes(wish.requester()));
        jdbc.sql("""
                        INSERT INTO trustcentre_request (tenant_id, request_id, token_sha256, person_key, person, wants_watermark, requested_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        tenant.value(),
                        id.value(),
                        token.digest().hex(),
                        sealed.wrappedKey(),
                        sealed.ciphertext(),
                        wish.watermark(),
                        Utc.column(now))
                .update();
        wish.documents()
                .forEach(document -> jdbc.sql(
                                "INSERT INTO trustcentre_item (tenant_id, request_id, document, verdict) VALUES (?, ?, ?, ?)")
                        .params(tenant.value(), id.value(), document.wire(), Verdict.WAITING.wire())
                        .update());
    }

    /** The latest first. */
    List<AccessRequest> list(TenantId tenant, int most) {
        var documents = documents(tenant);
        return jdbc.sql(REQUEST + " ORDER BY requested_at DESC, request_id LIMIT ?")
                .params(tenant.value(), most)
                .query((row, _) -> read(tenant, row, documents.getOrDefault(id(row).value(), List.of())))
                .list();
    }

    long count(TenantId tenant) {
        return jdbc.sql("SELECT COUNT(*) FROM trustcentre_request WHERE tenant_id = ?")
                .param(tenant.value())
                .query(Long.class)
                .single();
    }

    /** Those that somebody still has to decide. */
    long waiting(TenantId tenant, Instant now) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM trustcentre_request
                        WHERE tenant_id = ? AND decided_at IS NULL AND revoked_at IS NULL AND requested_at > ?""")
                .params(tenant.value(), Utc.column(now.minus(AccessRequest.WAITS)))
                .query(Long.class)
                .single();
    }

    Optional<AccessRequest> find(TenantId tenant, AccessId id) {
        return one(REQUEST + " AND request_id = ?", tenant, id.value());
    }

    /** Whoever else wants to change it waits until this transaction has ended. */
    AccessRequest locked(TenantId tenant, AccessId id) {
        return one(REQUEST + " AND request_id = ? FOR UPDATE", tenant, id.value())
                .orElseThrow();
    }

    Optional<AccessRequest> find(TenantId tenant, LinkToken token) {
        return one(REQUEST + " AND token_sha256 = ?", tenant, token.digest().hex());
    }

    private Optional<AccessRequest> one(String sql, TenantId tenant, String key) {
        return jdbc.sql(sql)
                .params(tenant.value(), key)
                .query((row, _) -> read(tenant, row, documents(tenant, id(row))))
                .optional();
    }

    void decide(TenantId tenant, AccessRequest decided) {
        jdbc.sql("""
                        UPDATE trustcentre_request SET decided_at = :decided, watermarked = :watermarked, ends_at = :ends, version = version + 1
                        WHERE tenant_id = :tenant AND request_id = :id""")
                .param("decided", decided.decidedAt().map(Utc::column).orElse(null))
                .param("watermarked", decided.watermarked())
                .param("ends", decided.endsAt().map(Utc::column).orElse(null))
                .param("tenant", tenant.value())
                .param("id", decided.id().value())
                .update();
        decided.documents()
                .forEach(it -> jdbc.sql("""
                                UPDATE trustcentre_item SET verdict = ?, reason = ?, withheld = ?
                                WHERE tenant_id = ? AND request_id = ? AND document = ?""")
                        .params(
                                it.verdict().wire(),
                                it.reason(),
                                String.join(" ", it.withheld().stream().sorted().toList()),
                                tenant.value(),
                                decided.id().value(),
                                it.document().wire())
                        .update());
    }

    void accept(TenantId tenant, AccessId id, int terms, String signed, Instant now) {
        var sealed =
                box.sealShreddable(context(tenant, id, "signed/" + terms), signed.getBytes(StandardCharsets.UTF_8));
        jdbc.sql("""
                        UPDATE trustcentre_request
                        SET terms_version = ?, accepted_at = ?, signed_key = ?, signed = ?, version = version + 1
                        WHERE tenant_id = ? AND request_id = ?""")
                .params(terms, Utc.column(now), sealed.wrappedKey(), sealed.ciphertext(), tenant.value(), id.value())
                .update();
    }

    /** The name that the terms were signed with; empty where they were not, and once it was purged. */
    Optional<String> signed(TenantId tenant, AccessId id) {
        return jdbc.sql("""
                        SELECT terms_version, signed_key, signed FROM trustcentre_request
                        WHERE tenant_id = ? AND request_id = ? AND signed_key IS NOT NULL""")
                .params(tenant.value(), id.value())
                .query((row, _) -> new String(
                        box.openShreddable(
                                context(tenant, id, "signed/" + row.getInt(1)),
                                new Shreddable(row.getBytes(2), row.getBytes(3))),
                        StandardCharsets.UTF_8))
                .optional();
    }

    void downloaded(TenantId tenant, AccessId id, TrustDocument document) {
        jdbc.sql("""
                        UPDATE trustcentre_item SET downloads = downloads + 1
                        WHERE tenant_id = ? AND request_id = ? AND document = ?""").params(tenant.value(), id.value(), document.wire()).update();
    }

    void revoke(TenantId tenant, AccessId id, Instant now) {
        jdbc.sql("""
                        UPDATE trustcentre_request SET revoked_at = ?, version = version + 1
                        WHERE tenant_id = ? AND request_id = ?""").params(Utc.column(now), tenant.value(), id.value()).update();
    }

    private Map<String, List<RequestedDocument>> documents(TenantId tenant) {
        var all = new HashMap<String, EnumMap<TrustDocument, RequestedDocument>>();
        jdbc.sql("SELECT * FROM trustcentre_item WHERE tenant_id = ?")
                .param(tenant.value())
                .query((ResultSet row) -> {
                    var item = item(row);
                    all.computeIfAbsent(row.getString("request_id"), _ -> new EnumMap<>(TrustDocument.class))
                            .put(item.document(), item);
                });
        var lists = new HashMap<String, List<RequestedDocument>>();
        all.forEach((id, items) -> lists.put(id, List.copyOf(items.values())));
        return lists;
    }

    private List<RequestedDocument> documents(TenantId tenant, AccessId id) {
        return jdbc
                .sql("SELECT * FROM trustcentre_item WHERE tenant_id = ? AND request_id = ?")
                .params(tenant.value(), id.value())
                .query((row, _) -> item(row))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(RequestedDocument::document))
                .toList();
    }

    private static RequestedDocument item(ResultSet row) throws SQLException {
        return new RequestedDocument(
                TrustDocument.parse(row.getString("document")).orElseThrow(),
                Verdict.parse(row.getString("verdict")).orElseThrow(),
                row.getString("reason"),
                WORDS.splitAsStream(row.getString("withheld"))
                        .filter(id -> !id.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()),
                row.getInt("downloads"));
    }

    private AccessRequest read(TenantId tenant, ResultSet row, List<RequestedDocument> documents) throws SQLException {
        var terms = row.getInt("terms_version");
        return new AccessRequest(
                id(row),
                requester(tenant, row),
                documents,
                row.getBoolean("wants_watermark"),
                instant(row, "requested_at").orElseThrow(),
                instant(row, "decided_at"),
                row.getBoolean("watermarked"),
                instant(row, "ends_at"),
                instant(row, "accepted_at").map(at -> new Acceptance(terms, at)),
                instant(row, "revoked_at"),
                row.getInt("version"));
    }

    private Optional<Requester> requester(TenantId tenant, ResultSet row) throws SQLException {
        var key = row.getBytes("person_key");
        return key == null
                ? Optional.empty()
                : Optional.of(JSON.readValue(
                        box.openShreddable(
                                context(tenant, id(row), "person"), new Shreddable(key, row.getBytes("person"))),
                        Requester.class));
    }

    private static AccessId id(ResultSet row) throws SQLException {
        return new AccessId(row.getString("request_id"));
    }

    private static String context(TenantId tenant, AccessId id, String what) {
        return "trustcentre/" + tenant + "/" + id + "/" + what;
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(Utc::instant);
    }
}
