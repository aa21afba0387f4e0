package io.switchboard.platform.signing;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The signing module, put together by hand on a database that has its tables. */
public record SigningKit(
        JdbcClient jdbc,
        JdbcTransactionManager transactions,
        SecretBox box,
        TrustRoot root,
        KeyRing ring,
        KeyLifecycle lifecycle,
        Rehearsals rehearsals) {

    public static SigningKit on(DataSource database, Clock clock) {
        return on(database, clock, randomMasterKey());
    }

    public static SigningKit on(DataSource database, Clock clock, MasterKey master) {
        var jdbc = JdbcClient.create(database);
        var transactions = new JdbcTransactionManager(database);
        var box = new SecretBox(master);
        var root = new TrustRoot(jdbc, box, clock, transactions);
        return new SigningKit(
                jdbc,
                transactions,
                box,
                root,
                new KeyRing(jdbc, box, root, clock, transactions),
                new KeyLifecycle(jdbc, box, root, clock, transactions),
                new Rehearsals(jdbc, box, root, clock));
    }

    public static MasterKey randomMasterKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new MasterKey(Base64.getEncoder().encodeToString(bytes));
    }
}
