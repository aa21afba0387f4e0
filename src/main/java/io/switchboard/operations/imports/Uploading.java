package io.switchboard.operations.imports;

import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.imports.documents.DocumentFormat;
import io.switchboard.operations.imports.documents.UnreadableFile;
import io.switchboard.operations.imports.format.CsvDialect;
import io.switchboard.operations.imports.format.Delimiters;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Stores a file and recognises how it is written. What no mapping could make a table of is refused and leaves nothing behind. */
@Component
class Uploading {

    private static final int HEAD = 64 << 10;

    private final ImportAccess access;
    private final Targets targets;
    private final Imports imports;
    private final StoredFiles files;
    private final Sources sources;
    private final Clock clock;

    Uploading(ImportAccess access, Targets targets, Imports imports, StoredFiles files, Sources sources, Clock clock) {
        this.access = access;
        this.targets = targets;
        this.imports = imports;
        this.files = files;
        this.sources = sources;
        this.clock = clock;
    }

    Upload upload(Caller caller, String kind, String fileName, InputStream content) {
        var target = targets.of(kind);
        var id = ImportId.random();
        var refusal = access.againstUpload(caller, target.kind(), id);
        return refusal.isPresent() ? new Upload.Refused(refusal.get()) : store(caller, target, id, fileName, content);
    }

    Upload upload(Caller caller, String kind, String fileName, InputStream content, ReceiptId because) {
        var upload = upload(caller, kind, fileName, content);
        if (upload instanceof Upload.Accepted(var plan)) {
            imports.receipted(caller.tenant(), plan.id(), because, Optional.empty());
        }
        return upload;
    }

    private Upload store(Caller caller, ImportTarget target, ImportId id, String fileName, InputStream content) {
        try {
            var stored = files.store(caller.tenant(), id, content, Sources.LIMITS.bytes());
            var plan = received(caller, target, id, shortened(fileName), stored);
            imports.insert(plan);
            return new Upload.Accepted(plan);
        } catch (UnreadableFile e) {
            files.delete(caller.tenant(), id);
            return new Upload.Unreadable(e.code(), e.explanation());
        } catch (IOException e) {
            files.delete(caller.tenant(), id);
            throw new UncheckedIOException("The upload broke off", e);
        }
    }

    private ImportPlan received(Caller caller, ImportTarget target, ImportId id, String name, StoredFiles.Stored stored)
            throws IOException {
        var head = sources.head(caller.tenant(), id, name);
        var format = target.documents().stream()
                .filter(each -> each.recognises(head))
                .findFirst();
        return format.isPresent()
                ? document(caller, target, id, format.get(), name, stored)
                : table(caller, target, id, source(caller, target, id, name, stored));
    }

    private ImportPlan document(
            Caller caller,
            ImportTarget target,
            ImportId id,
            DocumentFormat format,
            String name,
            StoredFiles.Stored stored) {
        var outline = format.outline(sources.document(caller.tenant(), id, name));
        var source = ImportPlan.Source.document(name, stored.digest(), stored.bytes(), format.id());
        return ImportPlan.uploaded(
                        id,
                        target.kind(),
                        caller,
                        source,
                        Settings.ofDocument(target, outline.columns(), Map.of()),
                        outline.ignored(),
                        clock.instant())
                .noted(outline.notes());
    }

    private ImportPlan.Source source(
            Caller caller, ImportTarget target, ImportId id, String name, StoredFiles.Stored stored)
            throws IOException {
        if (!target.takesTables()) {
            throw new UnreadableFile("unknown-format", unknown(target, stored.bytes() == 0));
        }
        var dialect = stored.probe().finish();
        return ImportPlan.Source.table(
                name, stored.digest(), stored.bytes(), dialect.withSeparator(separator(caller, id, dialect)));
    }

    private static String unknown(ImportTarget target, boolean empty) {
        var formats = target.documents().stream().map(DocumentFormat::title).collect(Collectors.joining(", "));
        return (empty
                        ? "The file is empty."
                        : "The file is in none of the formats in which " + target.kind() + " come.")
                + " Choose one of: " + formats + ".";
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

    private ImportPlan table(Caller caller, ImportTarget target, ImportId id, ImportPlan.Source source) {
        try (var table = sources.table(caller.tenant(), id, source.dialect())) {
            var mapping = Settings.completed(target, target.suggest(table.header()), table);
            return ImportPlan.uploaded(
                    id,
                    target.kind(),
                    caller,
                    source,
                    mapping,
                    Mappings.ignored(target, mapping, table.header()),
                    clock.instant());
        }
    }
}
