package io.switchboard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.Switchboard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModules;

/** Documentation notices when it falls behind: dead links, modules without their line, decisions that no list names. */
class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#\\s]+)(#[^)]*)?\\)");
    private static final Path DOCS = Path.of("docs");

    @TempDir
    Path folder;

    @Test
    void everyLinkBetweenPagesLeadsSomewhere() throws IOException {
        for (var page : pages()) {
            assertThat(deadLinks(page)).as(page.toString()).isEmpty();
        }
    }

    @Test
    void noticesADeadLink() throws IOException {
        var page = Files.writeString(
                folder.resolve("page.md"), "[here](page.md#part) [web](https://example.org/x) [gone](no/where.md)");
        assertThat(deadLinks(page)).containsExactly("no/where.md");
    }

    @Test
    void everyModuleHasItsLineInTheArchitecture() throws IOException {
        var architecture = Files.readString(DOCS.resolve("architecture.md"));
        assertThat(ApplicationModules.of(Switchboard.class).stream()
                        .map(module -> module.getIdentifier().toString()))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(architecture).contains("| `" + id + "` |"));
    }

    @Test
    void everyDecisionIsListed() throws IOException {
        var list = Files.readString(DOCS.resolve("decisions/README.md"));
        try (var decisions = Files.list(DOCS.resolve("decisions"))) {
            assertThat(decisions.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> name.matches("\\d{4}-.*"))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(list).contains("(" + name + ")"));
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> below = Files.walk(DOCS)) {
            var pages = new ArrayList<>(
                    below.filter(file -> file.toString().endsWith(".md")).toList());
            pages.addAll(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("docker/README.md")));
            return pages;
        }
    }

    private static List<String> deadLinks(Path page) throws IOException {
        return LINK.matcher(Files.readString(page))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !Files.exists(page.resolveSibling(target)))
                .toList();
    }
}
