package io.switchboard.operations.feedback;

import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.SecretBox;
import io.switchboard.platform.signing.SecretBox.Shreddable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pictures of submissions as rows. */
@Repository
class Pictures {

    private final JdbcClient jdbc;
    private final SecretBox box;

    Pictures(JdbcClient jdbc, SecretBox box) {
        this.jdbc = jdbc;
        this.box = box;
    }

    void add(TenantId tenant, FeedbackId id, Picture picture) {
        var facts = picture.facts();
        var sealed = seal(tenant, id, picture.content());
        jdbc.sql(
                        "INSERT INTO feedback_picture (tenant_id, feedback_id, format, width, height, size, digest, content_key, content)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        tenant.value(),
                        id.value(),
                        facts.format().wire(),
                        facts.width(),
                        facts.height(),
                        facts.size(),
                        facts.digest().hex(),
                        sealed.wrappedKey(),
                        sealed.ciphertext())
                .update();
    }

    Shreddable seal(TenantId tenant, FeedbackId id, byte[] content) {
        return box.sealShreddable(context(tenant, id), content);
    }

    /** Empty as well once it is purged. */
    Optional<Picture> find(TenantId tenant, FeedbackId id) {
        return jdbc.sql("SELECT format, width, height, size, digest, content_key, content FROM feedback_picture"
                        + " WHERE tenant_id = ? AND feedback_id = ? AND content IS NOT NULL")
                .params(tenant.value(), id.value())
                .query((row, _) -> new Picture(facts(row), content(row, tenant, id)))
                .optional();
    }

    /** In the clear where it came before pictures were sealed. */
    private byte[] content(ResultSet row, TenantId tenant, FeedbackId id) throws SQLException {
        var key = row.getBytes("content_key");
        var content = row.getBytes("content");
        return key == null ? content : box.openShreddable(context(tenant, id), new Shreddable(key, content));
    }

    private static String context(TenantId tenant, FeedbackId id) {
        return "feedback-picture/" + tenant + "/" + id;
    }

    static PictureFacts facts(ResultSet row) throws SQLException {
        return new PictureFacts(
                PictureFormat.of(row.getString("format")),
                row.getInt("width"),
                row.getInt("height"),
                row.getInt("size"),
                new Sha256(row.getString("digest")));
    }
}
