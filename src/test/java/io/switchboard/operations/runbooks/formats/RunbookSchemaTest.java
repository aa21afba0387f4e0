package io.switchboard.operations.runbooks.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.switchboard.operations.imports.documents.DocumentRow;
import io.switchboard.operations.runbooks.dialect.RunbookSchema;
import io.switchboard.operations.runbooks.dialect.RunbookText;
import io.switchboard.operations.runbooks.dialect.StepType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema says what the checks do. */
class RunbookSchemaTest {

    private static final String STEP = "{\"id\":\"a\",\"type\":\"wait\",\"with\":{\"for\":\"1s\"}}";

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(RunbookText.written(RunbookSchema.document()));

    @Test
    void takesTheExampleOfTheDocumentation() throws IOException {
        var text = Files.readString(Path.of("docs/runbooks.md"));
        var example = text.substring(text.indexOf("```yaml") + 8, text.indexOf("```\n", text.indexOf("```yaml") + 8));
        assertThat(errors(definition(TestFiles.yaml(example).getFirst()))).isEmpty();
    }

    @Test
    void takesEveryRunbookThatCameFromAnotherDialect() throws IOException {
        for (var folder : List.of("runbooks-keep", "runbooks-cacao")) {
            var path = Path.of("../shared/fixtures").resolve(folder);
            org.junit.jupiter.api.Assumptions.assumeTrue(
                    Files.isDirectory(path), "the fixtures of runbooks are not beside the project");
            try (Stream<Path> files = Files.list(path)) {
                for (var file : files.filter(each -> !each.endsWith("ssh-playbook.json"))
                        .toList()) {
                    var rows = TestFiles.rows(file.getFileName().toString(), Files.readAllBytes(file));
                    if (rows.getFirst() instanceof DocumentRow.Read read) {
                        assertThat(errors(definition(read))).as(file.toString()).isEmpty();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"runbook\":2,\"id\":\"x\",\"title\":\"x\",\"steps\":[" + STEP + "]}",
                "{\"runbook\":1,\"title\":\"x\",\"steps\":[" + STEP + "]}",
                "{\"runbook\":1,\"id\":\"x\",\"title\":\"x\",\"steps\":[]}",
                "{\"runbook\":1,\"id\":\"x\",\"title\":\"x\",\"colour\":1,\"steps\":[" + STEP + "]}",
                "{\"runbook\":1,\"id\":\"x\",\"title\":\"x\",\"steps\":[{\"id\":\"a\",\"type\":\"teleport\",\"with\":{}}]}",
                "{\"runbook\":1,\"id\":\"x\",\"title\":\"x\",\"steps\":[{\"id\":\"a\",\"type\":\"wait\",\"with\":{\"for\":\"soon\"}}]}",
                "{\"runbook\":1,\"id\":\"x\",\"title\":\"x\",\"steps\":[{\"id\":\"a\",\"type\":\"wait\"}]}",
                "{\"runbook\":1,\"id\":\"x\",\"title\":\"x\",\"steps\":[{\"id\":\"a b\",\"type\":\"wait\",\"with\":{\"for\":\"1s\"}}]}",
                "{\"runbook\":1,\"id\":\"x\",\"title\":\"x\",\"steps\":[{\"id\":\"a\",\"type\":\"http\",\"with\":{\"url\":\"u\",\"uri\":\"u\"}}]}",
                "{\"runbook\":1,\"id\":\"x\",\"title\":\"x\",\"steps\":[{\"id\":\"a\",\"type\":\"wait\",\"with\":{\"for\":\"1s\"},\"retry\":{\"times\":11}}]}"
            })
    void refusesWhatTheChecksRefuse(String json) {
        assertThat(errors(json)).isNotEmpty();
        assertThat(TestFiles.json(json).getFirst().problems()).isNotEmpty();
    }

    @Test
    void documentsEveryTypeOfStepWithWhatItTakes() throws IOException {
        var text = Files.readString(Path.of("docs/runbooks.md"));
        for (var type : StepType.values()) {
            var row = text.lines()
                    .filter(line -> line.startsWith("| `" + type.wire() + "` |"))
                    .findFirst();
            assertThat(row).as(type.wire()).isPresent();
            type.parameters().forEach(parameter -> assertThat(row.get()).contains("`" + parameter.name() + "`"));
        }
    }

    private List<String> errors(String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static String definition(DocumentRow row) {
        assertThat(row.problems()).isEmpty();
        return Objects.requireNonNull(((DocumentRow.Read) row).cells().get("definition"))
                .text();
    }
}
