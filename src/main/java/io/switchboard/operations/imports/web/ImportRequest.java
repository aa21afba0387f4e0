package io.switchboard.operations.imports.web;

import io.switchboard.operations.imports.ConflictMode;
import io.switchboard.operations.imports.ImportId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The multipart form of {@code POST /api/imports}: a file, or a plan's id with mode {@code commit}. {@code mapping} is JSON of field to header,
 * or the name of a saved mapping;
 * {@code delimiter} ({@code comma}, {@code semicolon}, {@code tab}, {@code bar}) and {@code encoding} override what was recognised;
 * {@code conflictMode} ({@code update}, {@code skip}, {@code stop}) says what happens to rows that exist and differ.
 */
record ImportRequest(
        @Nullable MultipartFile file,
        @Nullable String kind,
        @Nullable String mode,
        @Nullable String plan,
        @Nullable String mapping,
        @Nullable String delimiter,
        @Nullable String encoding,
        @Nullable String conflictMode,
        @Nullable Set<String> approveRows) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DRY_RUN = "dry-run";
    private static final String COMMIT = "commit";

    /** What is wrong with the form itself, as code and sentence. */
    Optional<Map.Entry<String, String>> fault() {
        if (!mode().equals(DRY_RUN) && !commits()) {
            return Optional.of(Map.entry("bad-mode", "The mode is dry-run or commit."));
        }
        if (mode(conflictMode).isEmpty()) {
            return Optional.of(
                    Map.entry("bad-conflict-mode", "The conflict mode is one of " + ConflictMode.names() + "."));
        }
        return file == null && (plan == null || !commits())
                ? Optional.of(Map.entry("no-file", "Send a file, or mode commit with the id of a plan."))
                : Optional.empty();
    }

    @Override
    public String mode() {
        return mode == null ? DRY_RUN : mode;
    }

    @Override
    public String kind() {
        return kind == null ? "identities" : kind;
    }

    boolean commits() {
        return mode().equals(COMMIT);
    }

    ConflictMode existing() {
        return mode(conflictMode).orElseThrow();
    }

    private static Optional<ConflictMode> mode(@Nullable String wire) {
        return wire == null ? Optional.of(ConflictMode.UPDATE) : ConflictMode.parse(wire);
    }

    Optional<MultipartFile> upload() {
        return Optional.ofNullable(file);
    }

    Optional<ImportId> planId() {
        return Optional.ofNullable(plan).flatMap(ImportIds::known);
    }

    /** The saved mapping that stands in the place of one; empty where there is none or it is given in full. */
    Optional<String> named() {
        return Optional.ofNullable(mapping).map(String::strip).filter(text -> !text.isEmpty() && !text.startsWith("{"));
    }

    /** Throws Jackson's exception for what is no JSON object of texts. */
    Map<String, String> fields() {
        return mapping == null || mapping.isBlank()
                ? Map.of()
                : JSON.readValue(mapping, new TypeReference<Map<String, String>>() {});
    }

    Set<String> approved() {
        return approveRows == null ? Set.of() : approveRows;
    }
}
