package io.switchboard.operations.imports;

import io.switchboard.kernel.TenantId;
import io.switchboard.operations.imports.documents.DocumentFormat;
import io.switchboard.operations.imports.documents.UnreadableFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * SPI: a kind of rows that can be imported, implemented by the module whose table they end in. Rows are validated here one at a time; diff and
 * apply are set-based SQL that follows from {@link #table()}.
 */
public interface ImportTarget {

    /** The kind's name in the API, for example {@code identities}. */
    String kind();

    /** What pages say about the kind. */
    default KindWords words() {
        return KindWords.of(kind());
    }

    /** The natural key's column first. */
    List<Column> columns();

    TargetTable table();

    /** Documents in which rows of the kind come, besides CSV. */
    default List<DocumentFormat> documents() {
        return List.of();
    }

    /** One of {@link #documents}, which an import was recognised as. */
    default DocumentFormat document(String id) {
        return documents().stream()
                .filter(format -> format.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnreadableFile(
                        "unknown-format", "This portal no longer reads the format " + id + ". Upload another file."));
    }

    /** Whether rows of the kind come as a table, too. */
    default boolean takesTables() {
        return true;
    }

    /** Header lines of tables to begin with; by default one that has every column. */
    default List<Template> templates() {
        return takesTables()
                ? List.of(new Template(
                        words().many(), columns().stream().map(Column::name).toList()))
                : List.of();
    }

    /** Which header of a table fills which column, as far as that can be told. */
    default Map<String, String> suggest(List<String> header) {
        return Mappings.suggest(columns(), header);
    }

    /** What is missing or does not go together in these columns of a mapping, in a sentence that says what to do; besides columns that are required. */
    default Optional<String> against(Set<String> columns) {
        return Optional.empty();
    }

    /** A kind's last word on a mapping that has all settings; {@code left} are the headers that no column takes by name. */
    default Map<String, String> settled(Map<String, String> mapping, List<String> left) {
        return mapping;
    }

    /** The column that takes all of a table's columns that no other takes, as one JSON object. */
    default Optional<String> others(Map<String, String> mapping) {
        return Optional.empty();
    }

    /** What a person chooses about a table besides its columns, such as how its times are written. Part of the mapping, each under its own name. */
    default List<Setting> settings() {
        return List.of();
    }

    /** The table's fields that a file with these columns fills. */
    default List<String> fields(Set<String> columns) {
        return table().fields().stream().filter(columns::contains).toList();
    }

    /** The same for a mapping, settings and all. */
    default List<String> fields(Map<String, String> mapping) {
        return fields(mapping.keySet());
    }

    /** For a kind whose key no one column holds: what it is, from a row's cells. Empty where the first column is the key. */
    default Optional<Function<Map<String, String>, String>> computedKey() {
        return Optional.empty();
    }

    /** For a kind of which a table has several rows each: what all rows of one key come to. Empty where every row is one of its own. */
    default Optional<Fold> fold(Map<String, String> mapping) {
        return Optional.empty();
    }

    /** Whether keys that differ only by case name the same thing, so that a file may have one of them only. */
    default boolean keyIgnoresCase() {
        return false;
    }

    /** A fresh id for a row that will be created. */
    String newId();

    /** The same for a key, where that makes a difference. */
    default String newId(String key) {
        return newId();
    }

    /**
     * The check of a tenant's rows, asked for once per file: all problems of one row at once. Cells are by column name and stripped; columns that
     * the file does not have are absent.
     */
    Function<Map<String, String>, Checked> checks(TenantId tenant);

    /** The same for a mapping, whose settings may matter. */
    default Function<Map<String, String>, Checked> checks(TenantId tenant, Map<String, String> mapping) {
        return checks(tenant);
    }

    /**
     * What must not be after a commit: asked for before it writes, and answered after it in the same transaction with a sentence that says what to do instead, which takes the commit
     * back.
     */
    default Supplier<Optional<String>> afterwards(TenantId tenant) {
        return Optional::empty;
    }

    /** The column from which a field of the table is filled; what a problem found after all rows were read is said to be about. */
    default String column(String field) {
        return field;
    }

    /** A stored value as a person reads it. */
    default String shown(String field, String stored) {
        return stored;
    }

    /** A table to begin with: what its rows are, and its header. */
    record Template(String name, List<String> header) {}

    /** A column that a file may have. Synonyms are compared without case, spaces and punctuation. */
    record Column(String name, boolean required, List<String> synonyms) {}

    /**
     * A choice about a table. {@code name} stands in the mapping beside the columns' names and is none of them; {@code suggest} looks at the first rows, whose cells are by column;
     * {@code choices} are offered, and whatever {@code isValid} takes may be given; {@code ofDocuments} means that documents are read by it, too, for which {@code suggest} sees no rows.
     */
    record Setting(
            String name,
            String label,
            String help,
            List<String> choices,
            Predicate<String> isValid,
            Function<List<Map<String, String>>, String> suggest,
            boolean ofDocuments) {

        /** One that is about tables alone. */
        public Setting(
                String name,
                String label,
                String help,
                List<String> choices,
                Predicate<String> isValid,
                Function<List<Map<String, String>>, String> suggest) {
            this(name, label, help, choices, isValid, suggest, false);
        }
    }

    /** Rows of one key, in the file's order, as one. */
    @FunctionalInterface
    interface Fold {

        Checked fold(String key, List<Map<String, String>> rows);
    }

    /** The outcome of a row's check. */
    sealed interface Checked {

        /** Stored form of every column that the file has; an empty Optional is NULL. */
        record Valid(Map<String, Optional<String>> values) implements Checked {}

        record Invalid(List<RowProblem> problems) implements Checked {}
    }
}
