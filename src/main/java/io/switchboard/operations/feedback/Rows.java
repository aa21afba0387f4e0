package io.switchboard.operations.feedback;

import io.switchboard.control.receipts.Purged;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.PurgeId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Columns as the module's types. */
final class Rows {

    private Rows() {}

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Utc.instant(row.getObject(column, LocalDateTime.class));
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Optional<ReceiptId> receipt(ResultSet row) throws SQLException {
        return text(row, "receipt_id").map(ReceiptId::new);
    }

    static Optional<Purged> purged(ResultSet row) throws SQLException {
        var purge = row.getString("purge_id");
        return purge == null
                ? Optional.empty()
                : Optional.of(new Purged(new PurgeId(purge), instant(row, "purged_at")));
    }

    static Actor actor(ResultSet row, String column) throws SQLException {
        var type = row.getString(column + "_type").toUpperCase(Locale.ROOT);
        return new Actor(Actor.Type.valueOf(type), row.getString(column + "_id"));
    }

    static Map<Attachment, String> attachments(ResultSet row, Collection<Attachment> wanted) throws SQLException {
        var found = new EnumMap<Attachment, String>(Attachment.class);
        for (var attachment : wanted) {
            text(row, attachment.column()).ifPresent(value -> found.put(attachment, value));
        }
        return found;
    }
}
