package io.switchboard.insight.evaluation;

import io.switchboard.insight.evaluation.Memo.Answer;
import io.switchboard.insight.evaluation.Memo.Signed;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code evaluation_memo}. */
@Repository
class MemoRows {

    private final JdbcClient jdbc;

    MemoRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    List<Memo> list(TenantId tenant, int most) {
        return jdbc.sql("SELECT * FROM evaluation_memo WHERE tenant_id = ? ORDER BY number DESC LIMIT ?")
                .params(tenant.value(), most)
                .query((row, _) -> read(row))
                .list();
    }

    Optional<Memo> find(TenantId tenant, int number) {
        return jdbc.sql("SELECT * FROM evaluation_memo WHERE tenant_id = ? AND number = ?")
                .params(tenant.value(), number)
                .query((row, _) -> read(row))
                .optional();
    }

    /** Two who sign at once would take the same number, which the key refuses: {@code DuplicateKeyException}. */
    int next(TenantId tenant) {
        return jdbc.sql("SELECT COALESCE(MAX(number), 0) + 1 FROM evaluation_memo WHERE tenant_id = ?")
                .param(tenant.value())
                .query(Integer.class)
                .single();
    }

    void supersede(TenantId tenant) {
        jdbc.sql("UPDATE evaluation_memo SET superseded = TRUE WHERE tenant_id = ? AND answer IS NULL")
                .param(tenant.value())
                .update();
    }

    void add(TenantId tenant, Memo memo) {
        jdbc.sql("""
                        INSERT INTO evaluation_memo
                            (tenant_id, number, verdict, words, payload, signer_type, signer_id, signer_name, signed_at, key_id, signature)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        tenant.value(),
                        memo.number(),
                        memo.verdict().wire(),
                        memo.words(),
                        memo.payload(),
                        memo.signed().by().type().wire(),
                        memo.signed().by().id(),
                        memo.signed().name(),
                        Utc.column(memo.signed().at()),
                        memo.signed().keyId(),
                        memo.signed().signature())
                .update();
    }

    void receipted(TenantId tenant, int number, ReceiptId receipt) {
        jdbc.sql("UPDATE evaluation_memo SET receipt_id = ? WHERE tenant_id = ? AND number = ?")
                .params(receipt.value(), tenant.value(), number)
                .update();
    }

    /** False where it has an answer already, or a later one took its place. */
    boolean countersign(TenantId tenant, int number, Signed by) {
        return jdbc.sql("""
                        UPDATE evaluation_memo
                        SET answer = 'signed', answerer_type = ?, answerer_id = ?, answerer_name = ?, answered_at = ?, answer_key_id = ?, answer_signature = ?
                        WHERE tenant_id = ? AND number = ? AND answer IS NULL AND NOT superseded""")
                        .params(
                                by.by().type().wire(),
                                by.by().id(),
                                by.name(),
                                Utc.column(by.at()),
                                by.keyId(),
                                by.signature(),
                                tenant.value(),
                                number)
                        .update()
                == 1;
    }

    /** As {@link #countersign}. */
    boolean decline(TenantId tenant, int number, Answer.Declined by) {
        return jdbc.sql("""
                        UPDATE evaluation_memo
                        SET answer = 'declined', answerer_type = ?, answerer_id = ?, answerer_name = ?, answered_at = ?, answer_words = ?
                        WHERE tenant_id = ? AND number = ? AND answer IS NULL AND NOT superseded""")
                        .params(
                                by.by().type().wire(),
                                by.by().id(),
                                by.name(),
                                Utc.column(by.at()),
                                by.why(),
                                tenant.value(),
                                number)
                        .update()
                == 1;
    }

    void answerReceipted(TenantId tenant, int number, ReceiptId here, ReceiptId platform) {
        jdbc.sql(
                        "UPDATE evaluation_memo SET answer_receipt_id = ?, platform_receipt_id = ? WHERE tenant_id = ? AND number = ?")
                .params(here.value(), platform.value(), tenant.value(), number)
                .update();
    }

    private static Memo read(ResultSet row) throws SQLException {
        var signed = new Signed(
                actor(row, "signer"),
                row.getString("signer_name"),
                at(row, "signed_at"),
                row.getString("key_id"),
                row.getBytes("signature"),
                receipt(row, "receipt_id"),
                Optional.empty());
        return new Memo(
                row.getInt("number"),
                Verdict.parse(row.getString("verdict")).orElseThrow(),
                row.getString("words"),
                row.getBytes("payload"),
                signed,
                answer(row),
                row.getBoolean("superseded"));
    }

    private static Optional<Answer> answer(ResultSet row) throws SQLException {
        var answer = row.getString("answer");
        if (answer == null) {
            return Optional.empty();
        }
        return Optional.of(answer.equals("signed") ? countersigned(row) : declined(row));
    }

    private static Answer countersigned(ResultSet row) throws SQLException {
        return new Answer.Countersigned(new Signed(
                actor(row, "answerer"),
                row.getString("answerer_name"),
                at(row, "answered_at"),
                row.getString("answer_key_id"),
                row.getBytes("answer_signature"),
                receipt(row, "answer_receipt_id"),
                receipt(row, "platform_receipt_id")));
    }

    private static Answer declined(ResultSet row) throws SQLException {
        return new Answer.Declined(
                actor(row, "answerer"),
                row.getString("answerer_name"),
                at(row, "answered_at"),
                row.getString("answer_words"),
                receipt(row, "answer_receipt_id"),
                receipt(row, "platform_receipt_id"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Utc.instant(row.getObject(column, LocalDateTime.class));
    }

    private static Optional<ReceiptId> receipt(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(ReceiptId::new);
    }

    private static Actor actor(ResultSet row, String who) throws SQLException {
        return new Actor(
                Actor.Type.valueOf(row.getString(who + "_type").toUpperCase(Locale.ROOT)), row.getString(who + "_id"));
    }
}
