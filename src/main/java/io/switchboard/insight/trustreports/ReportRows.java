package io.switchboard.insight.trustreports;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reports as rows. Two of one week and revision are refused by the key: {@code DuplicateKeyException}. */
@Repository
class ReportRows {

    private static final String FACTS =
            "SELECT monday, revision, zone, interim, late, fine, looks, unrecorded, made_at, actor_type, actor_id, receipt_id, received_id FROM trust_report WHERE tenant_id = ?";

    private final JdbcClient jdbc;

    ReportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest week first, and of one week the latest report. */
    List<TrustReport> list(TenantId tenant, int most) {
        return jdbc.sql(FACTS + " ORDER BY monday DESC, revision DESC LIMIT ?")
                .params(tenant.value(), most)
                .query((row, _) -> read(row))
                .list();
    }

    long count(TenantId tenant) {
        return jdbc.sql("SELECT COUNT(*) FROM trust_report WHERE tenant_id = ?")
                .param(tenant.value())
                .query(Long.class)
                .single();
    }

    Optional<TrustReport> find(TenantId tenant, ReportId id) {
        return jdbc.sql(FACTS + " AND monday = ? AND revision = ?")
                .params(tenant.value(), id.monday(), id.revision())
                .query((row, _) -> read(row))
                .optional();
    }

    Optional<ReportDocuments> documents(TenantId tenant, ReportId id) {
        return jdbc.sql("SELECT pdf, json, html FROM trust_report WHERE tenant_id = ? AND monday = ? AND revision = ?")
                .params(tenant.value(), id.monday(), id.revision())
                .query((row, _) -> new ReportDocuments(row.getBytes("pdf"), row.getBytes("json"), row.getBytes("html")))
                .optional();
    }

    /** Of the whole week. */
    boolean isMade(TenantId tenant, Week week) {
        return jdbc.sql("SELECT COUNT(*) FROM trust_report WHERE tenant_id = ? AND monday = ? AND NOT interim")
                        .params(tenant.value(), week.monday())
                        .query(Long.class)
                        .single()
                > 0;
    }

    int nextRevision(TenantId tenant, Week week) {
        return jdbc.sql("SELECT COALESCE(MAX(revision), 0) + 1 FROM trust_report WHERE tenant_id = ? AND monday = ?")
                .params(tenant.value(), week.monday())
                .query(Integer.class)
                .single();
    }

    void add(TenantId tenant, TrustReport report, ReportDocuments documents) {
        jdbc.sql("""
                        INSERT INTO trust_report (tenant_id, monday, revision, zone, interim, late, fine, looks, unrecorded, made_at, actor_type, actor_id, pdf, json, html)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        tenant.value(),
                        report.week().monday(),
                        report.revision(),
                        report.week().zone().getId(),
                        report.interim(),
                        report.late(),
                        report.fine(),
                        report.looks(),
                        report.unrecorded(),
                        Utc.column(report.madeAt()),
                        report.by().type().wire(),
                        report.by().id(),
                        documents.pdf(),
                        documents.json(),
                        documents.html())
                .update();
    }

    void receipted(TenantId tenant, ReportId id, ReceiptId receipt) {
        jdbc.sql(
                        "UPDATE trust_report SET receipt_id = ? WHERE tenant_id = ? AND monday = ? AND revision = ? AND receipt_id IS NULL")
                .params(receipt.value(), tenant.value(), id.monday(), id.revision())
                .update();
    }

    void received(TenantId tenant, ReportId id, ReceiptId receipt) {
        jdbc.sql(
                        "UPDATE trust_report SET received_id = ? WHERE tenant_id = ? AND monday = ? AND revision = ? AND received_id IS NULL")
                .params(receipt.value(), tenant.value(), id.monday(), id.revision())
                .update();
    }

    private static TrustReport read(ResultSet row) throws SQLException {
        return new TrustReport(
                new Week(row.getObject("monday", LocalDate.class), ZoneId.of(row.getString("zone"))),
                row.getInt("revision"),
                row.getBoolean("interim"),
                row.getBoolean("late"),
                row.getInt("fine"),
                row.getInt("looks"),
                row.getInt("unrecorded"),
                Utc.instant(row.getObject("made_at", LocalDateTime.class)),
                new Actor(
                        Actor.Type.valueOf(row.getString("actor_type").toUpperCase(Locale.ROOT)),
                        row.getString("actor_id")),
                Optional.ofNullable(row.getString("receipt_id")).map(ReceiptId::new),
                Optional.ofNullable(row.getString("received_id")).map(ReceiptId::new));
    }
}
