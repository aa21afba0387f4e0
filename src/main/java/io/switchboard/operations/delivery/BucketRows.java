package io.switchboard.operations.delivery;

import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.operations.delivery.Destination.Kind;
import io.switchboard.platform.signing.SecretBox;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Buckets as rows, their keys encrypted. */
@Repository
class BucketRows {

    private final JdbcClient jdbc;
    private final SecretBox box;

    BucketRows(JdbcClient jdbc, SecretBox box) {
        this.jdbc = jdbc;
        this.box = box;
    }

    List<Bucket> all(TenantId tenant) {
        return jdbc.sql("SELECT * FROM delivery_bucket WHERE tenant_id = ? ORDER BY name")
                .param(tenant.value())
                .query((row, _) -> read(row))
                .list();
    }

    Optional<Bucket> find(TenantId tenant, String name) {
        return all(tenant).stream()
                .filter(bucket -> bucket.destination().name().equals(name))
                .findFirst();
    }

    /** False where there is one of this name. */
    boolean add(TenantId tenant, Bucket bucket, BucketKeys keys) {
        try {
            jdbc.sql("""
                            INSERT INTO delivery_bucket (tenant_id, name, endpoint, region, bucket, prefix, dialect, access_key, secret_key, created_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            tenant.value(),
                            bucket.destination().name(),
                            bucket.endpoint(),
                            bucket.region(),
                            bucket.bucket(),
                            bucket.prefix(),
                            bucket.dialect().name(),
                            sealed(tenant, bucket, "access", keys.accessKey()),
                            sealed(tenant, bucket, "secret", keys.secretKey()),
                            Utc.column(bucket.since()))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    boolean remove(TenantId tenant, String name) {
        return jdbc.sql("DELETE FROM delivery_bucket WHERE tenant_id = ? AND name = ?")
                        .params(tenant.value(), name)
                        .update()
                == 1;
    }

    BucketKeys keys(TenantId tenant, Bucket bucket) {
        return jdbc.sql("SELECT access_key, secret_key FROM delivery_bucket WHERE tenant_id = ? AND name = ?")
                .params(tenant.value(), bucket.destination().name())
                .query((row, _) -> new BucketKeys(
                        opened(tenant, bucket, "access", row.getBytes(1)),
                        opened(tenant, bucket, "secret", row.getBytes(2))))
                .single();
    }

    private byte[] sealed(TenantId tenant, Bucket bucket, String what, String key) {
        return box.seal(context(tenant, bucket, what), key.getBytes(StandardCharsets.UTF_8));
    }

    private String opened(TenantId tenant, Bucket bucket, String what, byte[] key) {
        return new String(box.open(context(tenant, bucket, what), key), StandardCharsets.UTF_8);
    }

    private static String context(TenantId tenant, Bucket bucket, String what) {
        return "delivery-bucket/" + tenant + "/" + bucket.destination().name() + "/" + what;
    }

    private static Bucket read(ResultSet row) throws SQLException {
        return new Bucket(
                new Destination(Kind.BUCKET, row.getString("name")),
                row.getString("endpoint"),
                row.getString("region"),
                row.getString("bucket"),
                row.getString("prefix"),
                Bucket.Dialect.valueOf(row.getString("dialect")),
                Utc.instant(row.getObject("created_at", LocalDateTime.class)));
    }
}
