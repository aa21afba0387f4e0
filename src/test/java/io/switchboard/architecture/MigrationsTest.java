package io.switchboard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.Switchboard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * A module's id is the name of its migration folder and of its history table. Where they differ, the migrations are skipped without a word
 * (docs/gotchas.md), so all three are compared.
 */
class MigrationsTest {

    private static final Path FOLDERS = Path.of("src/main/resources/db/migration");
    private static final String HISTORY = "flyway_schema_history";

    /** What belongs to libraries, migrated before every module. */
    private static final String ROOT = "__root";

    @Test
    void everyFolderIsNamedAfterAModule() throws IOException {
        assertThat(folders()).isNotEmpty();
        assertThat(strangers(folders(), modules())).isEmpty();
    }

    @Test
    void noticesAFolderThatNoModuleIsCalled() {
        assertThat(strangers(List.of("tenancy", "platform.tenancy", ROOT), List.of("tenancy")))
                .containsExactly("platform.tenancy");
    }

    @Test
    void noModuleHasADotInItsId() {
        assertThat(modules()).isNotEmpty().noneMatch(id -> id.contains("."));
    }

    @Test
    void theModulesThatTheBuildWroteDownAreMigratedInTheSameOrder() throws IOException {
        try (var written =
                Switchboard.class.getResourceAsStream("/META-INF/spring-modulith/application-modules.json")) {
            assertThat(new JsonMapper().readTree(written).propertyNames()).containsExactlyElementsOf(modules());
        }
    }

    @Test
    void everyFolderWasMigratedIntoItsOwnHistory() throws IOException {
        var expected = folders().stream()
                .filter(folder -> !folder.equals(ROOT))
                .map(folder -> HISTORY + "_" + folder)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(histories(LiveSchema.tables())).containsExactlyElementsOf(expected);
    }

    @Test
    void everyMigrationSucceeded() {
        for (var history : histories(LiveSchema.tables())) {
            assertThat(LiveSchema.jdbc()
                            .sql("SELECT COUNT(*) FROM `" + history + "` WHERE success = 1 AND type = 'SQL'")
                            .query(Integer.class)
                            .single())
                    .as(history)
                    .isPositive();
        }
    }

    private static SortedSet<String> histories(Collection<String> tables) {
        return tables.stream()
                .filter(table -> table.startsWith(HISTORY + "_") && !table.equals(HISTORY + "_" + ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> strangers(Collection<String> folders, Collection<String> modules) {
        return folders.stream()
                .filter(folder -> !folder.equals(ROOT) && !modules.contains(folder))
                .toList();
    }

    private static List<String> modules() {
        return LiveSchema.MODULES.stream()
                .map(module -> module.getIdentifier().toString())
                .toList();
    }

    private static List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDERS)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        }
    }
}
