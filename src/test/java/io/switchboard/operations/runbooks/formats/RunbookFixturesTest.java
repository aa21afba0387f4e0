package io.switchboard.operations.runbooks.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.switchboard.operations.imports.documents.DocumentRow;
import io.switchboard.operations.imports.documents.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What others really write: every file comes to a runbook, or to reasons that say where and what to do. */
class RunbookFixturesTest {

    private static final Path FIXTURES = Path.of("../shared/fixtures");

    @Test
    void everyKeepWorkflowIsARunbookOrARejectWithAPlaceAndAFix() throws IOException {
        var outcomes = outcomes("runbooks-keep");
        assertThat(outcomes).hasSize(38);
        assertThat(outcomes.values()).allSatisfy(RunbookFixturesTest::isReasoned);
        assertThat(accepted(outcomes)).hasSize(ACCEPTED_FROM_KEEP);
        assertThat(outcomes.get("aks_basic.yml")).startsWith("reject /workflow/steps/0/provider/type E-304");
        assertThat(outcomes.get("permissions_example.yml")).startsWith("reject /workflow/permissions E-308");
    }

    @Test
    void everyCacaoPlaybookIsARunbookUnlessItHasASecret() throws IOException {
        var outcomes = outcomes("runbooks-cacao");
        assertThat(accepted(outcomes)).containsExactly("http-playbook.json", "manual-playbook.json");
        assertThat(outcomes.get("ssh-playbook.json"))
                .startsWith("refused secret-in-file")
                .contains("/authentication_info_definitions/user-auth--b7ddc2ea-9f6a-4e82-8eaa-be202e942090/password");
    }

    private static final int ACCEPTED_FROM_KEEP = 14;

    private static void isReasoned(String outcome) {
        assertThat(outcome)
                .satisfiesAnyOf(
                        it -> assertThat(it).startsWith("runbook "),
                        it -> assertThat(it).matches("(?s)reject /workflow\\S* E-3\\d\\d .+ Fix: .+"));
    }

    private static List<String> accepted(Map<String, String> outcomes) {
        return outcomes.entrySet().stream()
                .filter(outcome -> outcome.getValue().startsWith("runbook "))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, String> outcomes(String folder) throws IOException {
        var path = FIXTURES.resolve(folder);
        assumeTrue(Files.isDirectory(path), "the fixtures of runbooks are not beside the project");
        var outcomes = new TreeMap<String, String>();
        try (Stream<Path> files = Files.list(path)) {
            for (var file : files.toList()) {
                outcomes.put(file.getFileName().toString(), outcome(file));
            }
        }
        return outcomes;
    }

    private static String outcome(Path file) throws IOException {
        try {
            var rows = TestFiles.rows(file.getFileName().toString(), Files.readAllBytes(file));
            assertThat(rows).hasSize(1);
            return said(rows.getFirst());
        } catch (UnreadableFile e) {
            return "refused " + e.code() + " " + e.explanation();
        }
    }

    private static String said(DocumentRow row) {
        var parts = new ArrayList<String>();
        row.problems()
                .forEach(problem -> parts.add("reject " + problem.pointer() + " " + problem.code() + " "
                        + problem.message() + ". Fix: " + problem.fix()));
        return row instanceof DocumentRow.Read read
                ? "runbook " + read.cells().values().iterator().next().text()
                : String.join("\n", parts);
    }
}
