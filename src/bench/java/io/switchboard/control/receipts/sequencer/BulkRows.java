package io.switchboard.control.receipts.sequencer;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What MariaDB takes at most: rows of the log's columns with a primary key and nothing else, two hundred a transaction, each transaction durable, in the driver's bulk protocol. */
final class BulkRows implements AutoCloseable {

    private static final int ROWS = 200;

    private final Connection connection;
    private final PreparedStatement insert;

    BulkRows(DataSource database) throws SQLException {
        connection = database.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bulk_row LIKE log_entry");
            statement.execute("ALTER TABLE bulk_row DROP INDEX log_entry_receipt"); // half of what a row costs
        }
        connection.setAutoCommit(false);
        insert = connection.prepareStatement("INSERT INTO bulk_row VALUES (?, ?, ?, ?)");
    }

    void insert(TenantId tenant, int rows) throws SQLException {
        for (int i = 0; i < rows; i++) {
            var content = tenant + " receipt " + i;
            insert.setString(1, tenant.value());
            insert.setLong(2, i);
            insert.setString(
                    3, ReceiptId.of(content.getBytes(StandardCharsets.UTF_8)).value());
            insert.setBytes(4, Sha256.of(content).bytes());
            insert.addBatch();
            if (i % ROWS == ROWS - 1) {
                insert.executeBatch();
                connection.commit();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
