package io.switchboard.operations.imports;

import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.operations.imports.documents.UnreadableFile;
import io.switchboard.operations.imports.format.EncodingProbe;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Collections;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Uploaded bytes, in chunks of 1 MiB, so that neither storing nor reading holds a file in memory. */
@Repository
class StoredFiles {

    private static final int CHUNK = 1 << 20;

    private final JdbcClient jdbc;

    StoredFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code probe} has seen all bytes. */
    record Stored(Sha256 digest, long bytes, EncodingProbe probe) {}

    Stored store(TenantId tenant, ImportId id, InputStream content, long limit) throws IOException {
        var digest = Sha256.newDigest();
        var probe = new EncodingProbe();
        long total = 0;
        int number = 0;
        for (var chunk = content.readNBytes(CHUNK); chunk.length > 0; chunk = content.readNBytes(CHUNK)) {
            total += chunk.length;
            if (total > limit) {
                delete(tenant, id);
                throw new UnreadableFile(
                        "too-large",
                        "The file is larger than " + (limit >> 20) + " MB, the most one import takes. Split it.");
            }
            digest.update(chunk);
            probe.update(chunk, chunk.length);
            jdbc.sql("INSERT INTO import_file (tenant_id, import_id, chunk_no, content) VALUES (?, ?, ?, ?)")
                    .params(tenant.value(), id.value(), number++, chunk)
                    .update();
        }
        return new Stored(Sha256.finish(digest), total, probe);
    }

    void copy(TenantId tenant, ImportId from, ImportId to) {
        jdbc.sql("""
                        INSERT INTO import_file (tenant_id, import_id, chunk_no, content)
                        SELECT tenant_id, ?, chunk_no, content FROM import_file WHERE tenant_id = ? AND import_id = ?""").params(to.value(), tenant.value(), from.value()).update();
    }

    /** Chunks of uploads that broke off before they became an import. */
    void deleteBroken(Instant before) {
        jdbc.sql("""
                        DELETE f FROM import_file f LEFT JOIN import_plan p ON p.tenant_id = f.tenant_id AND p.import_id = f.import_id
                        WHERE p.import_id IS NULL AND f.stored_at < ?""").param(Utc.column(before)).update();
    }

    void delete(TenantId tenant, ImportId id) {
        jdbc.sql("DELETE FROM import_file WHERE tenant_id = ? AND import_id = ?")
                .params(tenant.value(), id.value())
                .update();
    }

    InputStream open(TenantId tenant, ImportId id) {
        int chunks = jdbc.sql("SELECT COUNT(*) FROM import_file WHERE tenant_id = ? AND import_id = ?")
                .params(tenant.value(), id.value())
                .query(Integer.class)
                .single();
        return new SequenceInputStream(Collections.enumeration(new AbstractList<InputStream>() {
            @Override
            public InputStream get(int number) {
                return new ByteArrayInputStream(chunk(tenant, id, number));
            }

            @Override
            public int size() {
                return chunks;
            }
        }));
    }

    private byte[] chunk(TenantId tenant, ImportId id, int number) {
        return jdbc.sql("SELECT content FROM import_file WHERE tenant_id = ? AND import_id = ? AND chunk_no = ?")
                .params(tenant.value(), id.value(), number)
                .query((row, n) -> row.getBytes(1))
                .single();
    }
}
