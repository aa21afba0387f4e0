package io.switchboard.operations.feedback;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Words and pictures of submissions. That there was one, what it was about and what became of it stays. */
@Component
@Order(2)
class PurgeableFeedback implements PurgeableRecords {

    private static final String DUE = """
             FROM feedback f LEFT JOIN feedback_picture p ON p.tenant_id = f.tenant_id AND p.feedback_id = f.feedback_id
            WHERE f.tenant_id = ? AND f.purge_id IS NULL AND f.submitted_at < ? AND f.said_key IS NOT NULL
              AND (p.feedback_id IS NULL OR p.content_key IS NOT NULL)""";

    private final JdbcClient jdbc;

    PurgeableFeedback(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "feedback";
    }

    @Override
    public String title() {
        return "Words and pictures of feedback";
    }

    @Override
    public String what() {
        return "What was said, and the picture that went along. Impact, screen, action, the issue and its history stay.";
    }

    @Override
    public Optional<Integer> defaultDays() {
        return Optional.empty();
    }

    /** Words and picture are two records. */
    @Override
    public DueRecords due(TenantId tenant, Instant before) {
        return jdbc.sql("SELECT COUNT(*) + COUNT(p.feedback_id), MIN(f.submitted_at), MAX(f.submitted_at)" + DUE)
                .params(tenant.value(), Utc.column(before))
                .query((row, _) -> new DueRecords(row.getLong(1), instant(row, 2), instant(row, 3)))
                .single();
    }

    private record Due(
            String id,
            Instant submittedAt,
            Sha256 words,
            Sha256 wordsKey,
            Optional<Sha256> picture,
            Optional<Sha256> pictureKey) {

        List<PurgedRecord> records() {
            var records = new ArrayList<PurgedRecord>();
            records.add(new PurgedRecord(id + "/words", submittedAt, words, Optional.of(wordsKey)));
            picture.ifPresent(
                    digest -> records.add(new PurgedRecord(id + "/picture", submittedAt, digest, pictureKey)));
            return records;
        }
    }

    @Override
    public List<PurgedRecord> purge(TenantId tenant, Instant before, int most, Purged purged) {
        var due = jdbc.sql("""
                        SELECT f.feedback_id, f.submitted_at, SHA2(f.said_sealed, 256) AS words, SHA2(f.said_key, 256) AS words_key,
                               SHA2(p.content, 256) AS picture, SHA2(p.content_key, 256) AS picture_key
                        """ + DUE + " ORDER BY f.submitted_at, f.feedback_id LIMIT ? FOR UPDATE")
                .params(tenant.value(), Utc.column(before), Math.max(1, most / 2))
                .query((row, _) -> due(row))
                .list();
        if (!due.isEmpty()) {
            shred(tenant, due.stream().map(Due::id).toList(), purged);
        }
        return due.stream().flatMap(it -> it.records().stream()).toList();
    }

    private void shred(TenantId tenant, List<String> ids, Purged purged) {
        jdbc.sql("""
                        UPDATE feedback SET said_key = NULL, said_sealed = NULL, purge_id = :purge, purged_at = :at
                        WHERE tenant_id = :tenant AND feedback_id IN (:ids)""")
                .param("purge", purged.purge().value())
                .param("at", Utc.column(purged.at()))
                .param("tenant", tenant.value())
                .param("ids", ids)
                .update();
        jdbc.sql("""
                        UPDATE feedback_picture SET content_key = NULL, content = NULL
                        WHERE tenant_id = :tenant AND feedback_id IN (:ids)""").param("tenant", tenant.value()).param("ids", ids).update();
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getString("feedback_id"),
                instant(row, 2).orElseThrow(),
                new Sha256(row.getString("words")),
                new Sha256(row.getString("words_key")),
                Rows.text(row, "picture").map(Sha256::new),
                Rows.text(row, "picture_key").map(Sha256::new));
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(Utc::instant);
    }
}
