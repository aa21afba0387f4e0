package io.switchboard.operations.feedback;

import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pictures of submissions as rows. */
@Repository
class Pictures {

    private final JdbcClient jdbc;

    Pictures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(TenantId tenant, FeedbackId id, Picture picture) {
        var facts = picture.facts();
        jdbc.sql("INSERT INTO feedback_picture (tenant_id, feedback_id, format, width, height, size, digest, content)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        tenant.value(),
                        id.value(),
                        facts.format().wire(),
                        facts.width(),
                        facts.height(),
                        facts.size(),
                        facts.digest().hex(),
                        picture.content())
                .update();
    }

    Optional<Picture> find(TenantId tenant, FeedbackId id) {
        return jdbc.sql("SELECT format, width, height, size, digest, content FROM feedback_picture"
                        + " WHERE tenant_id = ? AND feedback_id = ?")
                .params(tenant.value(), id.value())
                .query((row, _) -> new Picture(facts(row), row.getBytes("content")))
                .optional();
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
