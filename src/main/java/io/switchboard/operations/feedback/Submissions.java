package io.switchboard.operations.feedback;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.platform.tenancy.PlatformTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tenants' submissions as rows, each with the state of the issue that it is part of. */
@Repository
class Submissions {

    private static final int MOST = 500;
    private static final List<Attachment> ATTACHMENTS = List.of(Attachment.values());
    private static final String COLUMNS =
            ATTACHMENTS.stream().map(Attachment::column).collect(Collectors.joining(", "));

    /** The issue that a submission opened belongs to the platform; where that was merged, the other one counts. */
    private static final String SELECT = """
            SELECT f.*, p.format, p.width, p.height, p.size, p.digest, COALESCE(o.merged_into, o.issue_id) AS stands_in, i.state AS stands, o.merged_into IS NOT NULL AS merged
              FROM feedback f
              JOIN feedback_issue o ON o.tenant_id = :platform AND o.issue_id = f.issue_id
              JOIN feedback_issue i ON i.tenant_id = :platform AND i.issue_id = COALESCE(o.merged_into, o.issue_id)
              LEFT JOIN feedback_picture p ON p.tenant_id = f.tenant_id AND p.feedback_id = f.feedback_id
            """;

    private final JdbcClient jdbc;
    private final PlatformTenant platform;
    private final Pictures pictures;
    private final SealedWords words;

    Submissions(JdbcClient jdbc, PlatformTenant platform, Pictures pictures, SealedWords words) {
        this.jdbc = jdbc;
        this.platform = platform;
        this.pictures = pictures;
        this.words = words;
    }

    void add(TenantId tenant, FeedbackId id, IssueId issue, NewFeedback said, Actor sender, Instant now) {
        var sealed = words.seal(tenant, id, said.text());
        var places = String.join(", ", Collections.nCopies(ATTACHMENTS.size(), "?"));
        jdbc.sql(
                        "INSERT INTO feedback (tenant_id, feedback_id, issue_id, said_key, said_sealed, impact, sender_type, sender_id, submitted_at, "
                                + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, " + places + ")")
                .params(
                        tenant.value(),
                        id.value(),
                        issue.value(),
                        sealed.wrappedKey(),
                        sealed.ciphertext(),
                        said.impact().wire(),
                        sender.type().wire(),
                        sender.id(),
                        Utc.column(now))
                .params(attachments(said))
                .update();
        said.picture().ifPresent(picture -> pictures.add(tenant, id, picture));
    }

    private static List<@Nullable Object> attachments(NewFeedback said) {
        return Arrays.<@Nullable Object>asList(
                ATTACHMENTS.stream().map(it -> said.attached(it).orElse(null)).toArray());
    }

    Optional<Submission> find(TenantId tenant, FeedbackId id) {
        return jdbc.sql(SELECT + "WHERE f.tenant_id = :tenant AND f.feedback_id = :id")
                .param("platform", platform.id().value())
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query((row, _) -> submission(row))
                .optional();
    }

    /** At most 500 after {@code last}, latest first; of one sender, or of all. */
    SubmissionPage list(TenantId tenant, Optional<Actor> sender, Optional<FeedbackId> last, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        Map<String, Object> params =
                new HashMap<>(Map.of("platform", platform.id().value(), "tenant", tenant.value(), "limit", most + 1));
        sender.ifPresent(
                actor -> params.putAll(Map.of("senderType", actor.type().wire(), "senderId", actor.id())));
        var where = "WHERE f.tenant_id = :tenant"
                + (sender.isPresent() ? " AND f.sender_type = :senderType AND f.sender_id = :senderId" : "");
        long total = jdbc.sql("SELECT COUNT(*) FROM feedback f " + where)
                .params(params)
                .query(Long.class)
                .single();
        last.ifPresent(id -> params.put("last", id.value()));
        var found = jdbc.sql(
                        SELECT + where + after(last) + " ORDER BY f.submitted_at DESC, f.feedback_id DESC LIMIT :limit")
                .params(params)
                .query((row, _) -> submission(row))
                .list();
        var items = found.subList(0, Math.min(most, found.size()));
        var next = found.size() > items.size() ? Optional.of(items.getLast().id()) : Optional.<FeedbackId>empty();
        return new SubmissionPage(items, next, total);
    }

    private static String after(Optional<FeedbackId> last) {
        return last.isEmpty()
                ? ""
                : " AND (f.submitted_at, f.feedback_id) < (SELECT submitted_at, feedback_id FROM feedback"
                        + " WHERE tenant_id = :tenant AND feedback_id = :last)";
    }

    /** Every tenant's submissions that an issue stands for, those of issues merged into it included; latest first, at most 500. */
    List<Submission> of(IssueId issue) {
        return jdbc.sql(SELECT
                        + "WHERE i.issue_id = :issue ORDER BY f.submitted_at DESC, f.tenant_id, f.feedback_id LIMIT "
                        + MOST)
                .param("platform", platform.id().value())
                .param("issue", issue.value())
                .query((row, _) -> submission(row))
                .list();
    }

    /** How often each value of an attachment was reported, most reports first, at most 500. */
    List<Friction> friction(Attachment by, Optional<TenantId> tenant, Instant from, Instant to) {
        var value = "f." + by.column();
        return jdbc.sql("SELECT " + value + " AS about, COUNT(*) AS reports,"
                        + " COUNT(DISTINCT f.tenant_id, f.sender_type, f.sender_id) AS members,"
                        + " COUNT(DISTINCT f.tenant_id) AS tenants FROM feedback f WHERE " + value
                        + " IS NOT NULL AND f.submitted_at >= :from AND f.submitted_at < :to"
                        + (tenant.isPresent() ? " AND f.tenant_id = :tenant" : " AND f.tenant_id NOT IN (:canaries)")
                        + " GROUP BY " + value
                        + " ORDER BY reports DESC, about LIMIT " + MOST)
                .param("from", Utc.column(from))
                .param("to", Utc.column(to))
                .param("tenant", tenant.map(TenantId::value).orElse(""))
                .param("canaries", platform.canaries())
                .query((row, _) -> new Friction(
                        row.getString("about"), row.getInt("reports"), row.getInt("members"), row.getInt("tenants")))
                .list();
    }

    /** Of these tenants together, from {@code from} on and before {@code to}. */
    long count(Set<TenantId> tenants, Instant from, Instant to) {
        return tenants.isEmpty()
                ? 0
                : jdbc.sql("SELECT COUNT(*) FROM feedback WHERE tenant_id IN (:tenants)"
                                + " AND submitted_at >= :from AND submitted_at < :to")
                        .param("tenants", tenants.stream().map(TenantId::value).toList())
                        .param("from", Utc.column(from))
                        .param("to", Utc.column(to))
                        .query(Long.class)
                        .single();
    }

    void receipted(TenantId tenant, FeedbackId id, ReceiptId receipt) {
        jdbc.sql("UPDATE feedback SET receipt_id = ? WHERE tenant_id = ? AND feedback_id = ? AND receipt_id IS NULL")
                .params(receipt.value(), tenant.value(), id.value())
                .update();
    }

    private Submission submission(ResultSet row) throws SQLException {
        var tenant = new TenantId(row.getString("tenant_id"));
        var id = new FeedbackId(row.getString("feedback_id"));
        return new Submission(
                tenant,
                id,
                words.of(row, tenant, id),
                Impact.parse(row.getString("impact")).orElseThrow(),
                Rows.attachments(row, ATTACHMENTS),
                Rows.text(row, "digest").isPresent() ? Optional.of(Pictures.facts(row)) : Optional.empty(),
                Rows.purged(row),
                Rows.actor(row, "sender"),
                Rows.instant(row, "submitted_at"),
                Rows.receipt(row),
                new IssueId(row.getString("stands_in")),
                IssueState.parse(row.getString("stands")).orElseThrow(),
                row.getBoolean("merged"));
    }
}
