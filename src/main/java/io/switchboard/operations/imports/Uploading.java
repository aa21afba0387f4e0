package io.switchboard.operations.imports;

import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.format.CsvDialect;
import io.switchboard.operations.imports.format.Delimiters;
import io.switchboard.operations.imports.format.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Stores a file and recognises how it is written. What no mapping could make a table of is refused and leaves nothing behind. */
@Component
class Uploading {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int HEAD = 64 << 10;

    private final Targets targets;
    private final Imports imports;
    private final StoredFiles files;
    private final Sources sources;
    private final Clock clock;

    Uploading(Targets targets, Imports imports, StoredFiles files, Sources sources, Clock clock) {
        this.targets = targets;
        this.imports = imports;
        this.files = files;
        this.sources = sources;
        this.clock = clock;
    }

    ImportPlan upload(Caller caller, String kind, String fileName, InputStream content) {
        var target = targets.of(kind);
        var id = ImportId.random();
        try {
            var stored = files.store(caller.tenant(), id, content, Sources.LIMITS.bytes());
            var plan = received(caller, target, id, source(caller, id, fileName, stored));
            imports.insert(plan, salt());
            return plan;
        } catch (UnreadableFile e) {
            files.delete(caller.tenant(), id);
            throw e;
        } catch (IOException e) {
            files.delete(caller.tenant(), id);
            throw new UncheckedIOException("The upload broke off", e);
        }
    }

    private static byte[] salt() {
        var salt = new byte[32];
        RANDOM.nextBytes(salt);
        return salt;
    }

    private ImportPlan.Source source(Caller caller, ImportId id, String fileName, StoredFiles.Stored stored)
            throws IOException {
        var dialect = stored.dialect().withSeparator(separator(caller, id, stored.dialect()));
        return new ImportPlan.Source(shortened(fileName), stored.digest(), stored.bytes(), dialect);
    }

    private char separator(Caller caller, ImportId id, CsvDialect dialect) throws IOException {
        try (var bytes = files.open(caller.tenant(), id);
                var reader = new InputStreamReader(bytes, dialect.encoding())) {
            bytes.skipNBytes(dialect.markBytes());
            var head = new char[HEAD];
            int length = Math.max(0, reader.read(head));
            return Delimiters.recognise(new String(head, 0, length));
        }
    }

    private static String shortened(String fileName) {
        var plain = fileName.replaceAll("[\\p{Cntrl}/\\\\]", "_").strip();
        return plain.length() > 255 ? plain.substring(0, 255) : plain;
    }

    private ImportPlan received(Caller caller, ImportTarget target, ImportId id, ImportPlan.Source source) {
        try (var table = sources.table(caller.tenant(), id, source.dialect())) {
            var mapping = Mappings.suggest(target.columns(), table.header());
            var now = clock.instant();
            return new ImportPlan(
                    id,
                    target.kind(),
                    ImportStatus.UPLOADED,
                    caller,
                    source,
                    mapping,
                    Mappings.ignored(mapping, table.header()),
                    notes(source),
                    ImportCounts.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    now,
                    now.plus(ImportPlan.VALID));
        }
    }

    private static List<String> notes(ImportPlan.Source source) {
        return source.dialect().encoding().name().equals("windows-1252")
                ? List.of("The file is not valid UTF-8; it was read as windows-1252. Check names with accents.")
                : List.of();
    }
}
