package io.switchboard.operations.feedback;

import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.SecretBox;
import io.switchboard.platform.signing.SecretBox.Shreddable;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was said, under a key of its own, so that it is gone for good once that key is destroyed. */
@Component
class SealedWords {

    private final SecretBox box;

    SealedWords(SecretBox box) {
        this.box = box;
    }

    Shreddable seal(TenantId tenant, FeedbackId id, String said) {
        return box.sealShreddable(context(tenant, id), said.getBytes(StandardCharsets.UTF_8));
    }

    /** As the row has it: sealed, in the clear where it came before words were sealed, or empty once purged. */
    String of(ResultSet row, TenantId tenant, FeedbackId id) throws SQLException {
        var key = row.getBytes("said_key");
        if (key == null) {
            return Optional.ofNullable(row.getString("said")).orElse("");
        }
        var sealed = new Shreddable(key, row.getBytes("said_sealed"));
        return new String(box.openShreddable(context(tenant, id), sealed), StandardCharsets.UTF_8);
    }

    private static String context(TenantId tenant, FeedbackId id) {
        return "feedback-words/" + tenant + "/" + id;
    }
}
