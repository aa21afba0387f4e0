package io.switchboard.operations.entities.jgf;

import io.switchboard.operations.imports.documents.DocumentRow;
import io.switchboard.platform.signing.CanonicalJson;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Set;

/** Recognises an entry whose cells another had, by half of their SHA-256; nobody finds two that share it. */
final class Repetitions {

    private final Set<Half> seen = new HashSet<>();
    private final MessageDigest digest;
    private long count;

    private record Half(long first, long second) {}

    Repetitions() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Only what is right in itself can be a repetition. */
    boolean has(DocumentRow row) {
        if (!(row instanceof DocumentRow.Read read) || !read.problems().isEmpty() || !isText(read)) {
            return false;
        }
        boolean isNew = seen.add(half(read));
        count += isNew ? 0 : 1;
        return !isNew;
    }

    long count() {
        return count;
    }

    private static boolean isText(DocumentRow.Read row) {
        return row.cells().values().stream()
                .allMatch(cell -> cell.text()
                        .codePoints()
                        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    private Half half(DocumentRow.Read row) {
        var texts = new LinkedHashMap<String, String>();
        row.cells().forEach((column, cell) -> texts.put(column, cell.text()));
        var bytes = ByteBuffer.wrap(digest.digest(CanonicalJson.of(texts)));
        return new Half(bytes.getLong(), bytes.getLong());
    }
}
