package io.switchboard.operations.imports;

import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.documents.UnreadableFile;
import io.switchboard.operations.imports.format.CsvDialect;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The step between upload and dry run: how the file is written and which of its columns fills which field. Every change is stored at once, so a closed
 * tab loses nothing. Only an import that was not planned yet has a draft.
 */
@Service
public class ImportDrafts {

    private final ImportAccess access;
    private final Lookup lookup;
    private final Imports imports;
    private final Targets targets;
    private final Sources sources;
    private final MappingRows mappings;

    ImportDrafts(
            ImportAccess access,
            Lookup lookup,
            Imports imports,
            Targets targets,
            Sources sources,
            MappingRows mappings) {
        this.access = access;
        this.lookup = lookup;
        this.imports = imports;
        this.targets = targets;
        this.sources = sources;
        this.mappings = mappings;
    }

    /** Header, how full each column is, samples, and which field it fills. Empty where the import is not this tenant's, its file is gone or is a document. */
    public Optional<ImportPreview> preview(Caller caller, ImportId id) {
        access.requireViewing(caller);
        return lookup.find(caller.tenant(), id)
                .filter(plan -> plan.clearedAt().isEmpty() && !plan.source().isDocument())
                .map(this::preview);
    }

    private ImportPreview preview(ImportPlan plan) {
        var target = targets.of(plan.kind());
        try (var table = sources.table(plan)) {
            return ImportPreview.of(plan, target, table);
        }
    }

    /** What the format of an import is called. */
    public String formatTitle(ImportPlan plan) {
        return plan.reverts().isPresent()
                ? "revert of an import"
                : plan.source().isDocument()
                        ? targets.of(plan.kind())
                                .document(plan.source().format())
                                .title()
                        : "CSV";
    }

    /** The encodings that a person may choose by hand. */
    public List<Charset> encodings() {
        return CsvDialect.ENCODINGS;
    }

    /** The separators that a person may choose by hand. */
    public List<Character> separators() {
        return CsvDialect.SEPARATORS;
    }

    /** Reads the file another way and suggests the mapping anew. Answers why it cannot be read so, and leaves the draft as it was then. */
    public Optional<String> reread(Caller caller, ImportId id, Charset encoding, char separator) {
        return draft(caller, id)
                .map(plan -> reread(plan, sources.dialect(plan, encoding, separator)))
                .orElseGet(ImportDrafts::notADraft);
    }

    private Optional<String> reread(ImportPlan plan, CsvDialect dialect) {
        if (plan.source().isDocument()) {
            return Optional.of("The file is a document: it has no delimiter, and its encoding is recognised.");
        }
        try (var table = sources.table(plan.tenant(), plan.id(), dialect)) {
            var target = targets.of(plan.kind());
            var mapping = Settings.completed(target, target.suggest(table.header()), table);
            var ignored = Mappings.ignored(target, mapping, table.header());
            var source = plan.source().written(dialect);
            imports.described(plan, dialect, mapping, ignored, source.notes());
            return Optional.empty();
        } catch (UnreadableFile e) {
            return Optional.of(e.explanation());
        }
    }

    /** A column of the file fills this field, or none; a field that another column filled moves. Answers why it cannot be so. */
    public Optional<String> assign(Caller caller, ImportId id, String header, Optional<String> field) {
        return draft(caller, id).map(plan -> assign(plan, header, field)).orElseGet(ImportDrafts::notADraft);
    }

    private Optional<String> assign(ImportPlan plan, String header, Optional<String> field) {
        if (plan.source().isDocument()) {
            return Optional.of("The file is a document, whose format says what fills which field.");
        }
        try (var table = sources.table(plan)) {
            var target = targets.of(plan.kind());
            return described(plan, target, Mappings.assign(target, plan.mapping(), header, field), table.header());
        } catch (UnreadableFile e) {
            return Optional.of(e.explanation());
        }
    }

    private Optional<String> described(
            ImportPlan plan, ImportTarget target, Map<String, String> mapping, List<String> header) {
        MappingCheck.requireKnown(target, mapping, header);
        var ignored = Mappings.ignored(target, mapping, header);
        imports.described(plan, plan.source().dialect(), mapping, ignored, plan.notes());
        return Optional.empty();
    }

    /** Chooses a setting of the kind. Answers why it cannot be so. */
    public Optional<String> set(Caller caller, ImportId id, String setting, String value) {
        return draft(caller, id).map(plan -> set(plan, setting, value)).orElseGet(ImportDrafts::notADraft);
    }

    private Optional<String> set(ImportPlan plan, String setting, String value) {
        var target = targets.of(plan.kind());
        if (target.settings().stream().noneMatch(each -> each.name().equals(setting))) {
            return Optional.of("There is no setting " + setting + " for " + target.kind() + ".");
        }
        var mapping = new LinkedHashMap<>(plan.mapping());
        mapping.put(setting, value);
        if (plan.source().isDocument()) {
            return describedDocument(plan, target, mapping);
        }
        try (var table = sources.table(plan)) {
            return described(plan, target, mapping, table.header());
        } catch (UnreadableFile e) {
            return Optional.of(e.explanation());
        }
    }

    private Optional<String> describedDocument(ImportPlan plan, ImportTarget target, Map<String, String> mapping) {
        try {
            MappingCheck.requireValid(target, mapping);
            imports.described(plan, plan.source().dialect(), mapping, plan.ignored(), plan.notes());
            return Optional.empty();
        } catch (UnreadableFile e) {
            return Optional.of(e.explanation());
        }
    }

    /** The kind's saved mappings beside the file's header: those that fit first, and of them the one with the most columns, which is the suggestion. */
    public List<SavedMapping.Offer> offers(Caller caller, ImportId id) {
        return draft(caller, id)
                .filter(plan -> !plan.source().isDocument())
                .map(this::offers)
                .orElseGet(List::of);
    }

    private List<SavedMapping.Offer> offers(ImportPlan plan) {
        var saved = mappings.all(plan.tenant(), Optional.of(plan.kind()));
        if (saved.isEmpty()) {
            return List.of();
        }
        try (var table = sources.table(plan)) {
            return MappingOffers.of(targets.of(plan.kind()), saved, table.header());
        }
    }

    /** Takes a saved mapping for this file. Answers why it cannot be so. */
    public Optional<String> use(Caller caller, ImportId id, MappingId saved) {
        return draft(caller, id)
                .map(plan -> mappings.find(plan.tenant(), saved)
                        .filter(mapping -> mapping.kind().equals(plan.kind()))
                        .map(mapping -> use(plan, mapping))
                        .orElseGet(() -> Optional.of("Somebody deleted this mapping meanwhile. Choose another.")))
                .orElseGet(ImportDrafts::notADraft);
    }

    private Optional<String> use(ImportPlan plan, SavedMapping saved) {
        try (var table = sources.table(plan)) {
            var target = targets.of(plan.kind());
            return described(plan, target, Settings.completed(target, saved.mapping(), table), table.header());
        } catch (UnreadableFile e) {
            return Optional.of(e.explanation());
        }
    }

    /** What a person chooses about a document of this kind; empty where there is nothing to choose. */
    public List<ImportTarget.Setting> documentSettings(String kind) {
        return Settings.ofDocuments(targets.of(kind));
    }

    /** What fills which column, without the settings. */
    public Map<String, String> columns(ImportPlan plan) {
        return Mappings.columns(targets.of(plan.kind()), plan.mapping());
    }

    /** Chooses what happens to rows that are there already and differ. Answers why it cannot be so. */
    public Optional<String> choose(Caller caller, ImportId id, ConflictMode mode) {
        return draft(caller, id)
                .filter(plan -> imports.choose(plan, mode))
                .<Optional<String>>map(_ -> Optional.empty())
                .orElseGet(ImportDrafts::notADraft);
    }

    private Optional<ImportPlan> draft(Caller caller, ImportId id) {
        access.requireViewing(caller);
        return lookup.find(caller.tenant(), id).filter(plan -> plan.status() == ImportStatus.UPLOADED);
    }

    private static Optional<String> notADraft() {
        return Optional.of("This import was planned meanwhile. Reload the page to see where it stands.");
    }
}
