package io.switchboard.operations.feedback;

import io.switchboard.kernel.TenantId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seals words and pictures from before they were sealed as they came, some at a time. They are purged only once they are sealed: a digest of plain words would give them away. */
@Component
class FeedbackSealing {

    private static final int AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final SealedWords words;
    private final Pictures pictures;

    FeedbackSealing(JdbcClient jdbc, SealedWords words, Pictures pictures) {
        this.jdbc = jdbc;
        this.words = words;
        this.pictures = pictures;
    }

    private record Said(TenantId tenant, FeedbackId id, String text) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Shown(TenantId tenant, FeedbackId id, byte[] content) {}

    void work() {
        while (sealWords() + sealPictures() > 0) {}
    }

    private int sealWords() {
        var plain = jdbc.sql(
                        "SELECT tenant_id, feedback_id, said FROM feedback WHERE said IS NOT NULL LIMIT " + AT_ONCE)
                .query((row, _) ->
                        new Said(new TenantId(row.getString(1)), new FeedbackId(row.getString(2)), row.getString(3)))
                .list();
        plain.forEach(this::seal);
        return plain.size();
    }

    private void seal(Said said) {
        var sealed = words.seal(said.tenant(), said.id(), said.text());
        jdbc.sql("""
                        UPDATE feedback SET said = NULL, said_key = ?, said_sealed = ?
                        WHERE tenant_id = ? AND feedback_id = ? AND said IS NOT NULL""")
                .params(
                        sealed.wrappedKey(),
                        sealed.ciphertext(),
                        said.tenant().value(),
                        said.id().value())
                .update();
    }

    private int sealPictures() {
        List<Shown> plain = jdbc.sql("SELECT tenant_id, feedback_id, content FROM feedback_picture"
                        + " WHERE content_key IS NULL AND content IS NOT NULL LIMIT 5")
                .query((row, _) ->
                        new Shown(new TenantId(row.getString(1)), new FeedbackId(row.getString(2)), row.getBytes(3)))
                .list();
        plain.forEach(this::seal);
        return plain.size();
    }

    private void seal(Shown shown) {
        var sealed = pictures.seal(shown.tenant(), shown.id(), shown.content());
        jdbc.sql("""
                        UPDATE feedback_picture SET content_key = ?, content = ?
                        WHERE tenant_id = ? AND feedback_id = ? AND content_key IS NULL AND content IS NOT NULL""")
                .params(
                        sealed.wrappedKey(),
                        sealed.ciphertext(),
                        shown.tenant().value(),
                        shown.id().value())
                .update();
    }
}
