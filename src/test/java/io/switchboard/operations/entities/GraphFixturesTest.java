package io.switchboard.operations.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.switchboard.operations.entities.jgf.JgfFormat;
import io.switchboard.operations.imports.documents.DocumentFile;
import io.switchboard.operations.imports.documents.DocumentRow;
import io.switchboard.operations.imports.documents.FileHead;
import io.switchboard.operations.imports.documents.UnreadableFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Graphs that others wrote, and damaged copies of them: each is read or refused with a reason, and never by chance. */
class GraphFixturesTest {

    private static final Path FOLDER = Path.of("../shared/fixtures/graph-jgf");

    static List<Path> files() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return List.of(FOLDER);
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadToTheEnd(Path file) throws IOException {
        assumeTrue(Files.isRegularFile(file), "the graphs are not beside this project");
        assertThat(new JgfFormat().recognises(new FileHead("graph.json", Files.readAllBytes(file))))
                .isTrue();
        for (var row : rows(Files.readAllBytes(file))) {
            assertThat(row.problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadOrRefusedWhereverItIsCutOff(Path file) throws IOException {
        assumeTrue(Files.isRegularFile(file), "the graphs are not beside this project");
        var whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 200)) {
            try {
                rows(java.util.Arrays.copyOf(whole, length));
            } catch (UnreadableFile refused) {
                assertThat(refused.explanation()).endsWith(".");
            }
        }
    }

    @Test
    void theCharactersOfANovelAreNodesAndEdges() throws IOException {
        var file = FOLDER.resolve("les_miserables.json");
        assumeTrue(Files.isRegularFile(file), "the graphs are not beside this project");
        var kinds = new HashMap<Boolean, Integer>();
        rows(Files.readAllBytes(file)).stream()
                .map(DocumentRow.Read.class::cast)
                .forEach(row -> kinds.merge(row.cells().containsKey("from"), 1, Integer::sum));
        assertThat(kinds).isEqualTo(Map.of(false, 77, true, 254));
    }

    private static List<DocumentRow> rows(byte[] content) {
        var file = new DocumentFile("graph.json", () -> new ByteArrayInputStream(content));
        var outline = new JgfFormat().outline(file);
        var rows = new ArrayList<DocumentRow>();
        try (var reader =
                new JgfFormat().read(file, List.copyOf(outline.columns().keySet()))) {
            reader.forEachRemaining(rows::add);
        }
        return rows;
    }
}
