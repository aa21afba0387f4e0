package io.switchboard.control.receipts.sequencer;

import io.switchboard.kernel.Sha256;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** A log without a tree: each row holds the hash over its entry and the hash before, and a signature of it; each is a durable transaction. */
final class SignedChain implements AutoCloseable {

    private final Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(new SecureRandom());
    private final Connection connection;
    private final PreparedStatement insert;
    private byte[] last = new byte[32];
    private long rows;

    SignedChain(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute(
                    "CREATE TABLE chain (position INTEGER PRIMARY KEY, entry BLOB, hash BLOB, signature BLOB)");
        }
        insert = connection.prepareStatement("INSERT INTO chain VALUES (?, ?, ?, ?)");
    }

    void append(int more) throws SQLException {
        for (int i = 0; i < more; i++) {
            byte[] entry = Sha256.of("receipt " + rows).bytes();
            var digest = Sha256.newDigest();
            digest.update(last);
            last = digest.digest(entry);
            insert.setLong(1, rows++);
            insert.setBytes(2, entry);
            insert.setBytes(3, last);
            insert.setBytes(4, sign(last));
            insert.executeUpdate(); // commits by itself
        }
    }

    private byte[] sign(byte[] hash) {
        var signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(hash, 0, hash.length);
        return signer.generateSignature();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
