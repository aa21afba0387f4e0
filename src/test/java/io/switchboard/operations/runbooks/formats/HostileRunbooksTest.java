package io.switchboard.operations.runbooks.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.switchboard.operations.imports.documents.DocumentProblem;
import io.switchboard.operations.imports.documents.DocumentRow;
import io.switchboard.operations.imports.documents.UnreadableFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileRunbooksTest {

    private static final String GOOD =
            "runbook: 1\nid: good\ntitle: Good\nsteps:\n  - {id: one, type: manual, with: {instruction: Do it}}\n";

    @Test
    void refusesAliasesThatMultiply() {
        var laughs = new StringBuilder("runbook: 1\na: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (char c = 'b'; c <= 'j'; c++) {
            laughs.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append(("*" + (char) (c - 1) + ", ").repeat(8))
                    .append("*")
                    .append((char) (c - 1))
                    .append("]\n");
        }
        refused("document-too-large", () -> TestFiles.yaml(laughs.toString()));
    }

    @Test
    void refusesAnAliasOfWhatItIsIn() {
        refused("malformed-yaml", () -> TestFiles.yaml("runbook: &a {x: *a}"));
    }

    @Test
    void takesAnAliasThatRepeatsALittle() {
        var rows = TestFiles.yaml(GOOD.replace("{id: one", "&one {id: one") + "constants: {a: &t [x, y], b: *t}\n");
        assertThat(definition(rows.getFirst())).contains("\"constants\":{\"a\":[\"x\",\"y\"],\"b\":[\"x\",\"y\"]}");
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        refused("document-too-large", () -> TestFiles.yaml("runbook: " + "[".repeat(5_000)));
        refused("document-too-large", () -> TestFiles.yaml(nested(200)));
        refused("malformed-json", () -> TestFiles.json("{\"runbook\":" + "[".repeat(5_000)));
    }

    private static String nested(int levels) {
        var text = new StringBuilder("runbook: 1\n");
        for (int i = 0; i < levels; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        return text.toString();
    }

    @Test
    void refusesAFieldOfTenMegabytes() {
        refused("document-too-large", () -> TestFiles.yaml("runbook: 1\nid: x\ntitle: " + "x".repeat(10 << 20)));
        refused(
                "document-too-large",
                () -> TestFiles.yaml("runbook: 1\nid: x\ntitle: \"" + "x ".repeat(5 << 20) + "\""));
        refused("malformed-json", () -> TestFiles.json("{\"runbook\":1,\"title\":\"" + "x".repeat(10 << 20) + "\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runbook: !!java.net.URL [http://localhost/]",
                "runbook: !!javax.script.ScriptEngineManager {}",
                "runbook: !secret x",
                "runbook: !!binary aGk=",
                "runbook: !!int '1'"
            })
    void refusesTags(String yaml) {
        refused("yaml-tag", () -> TestFiles.yaml(yaml));
    }

    @Test
    void refusesANameThatIsThereTwice() {
        refused("duplicate-name", () -> TestFiles.yaml(GOOD + "title: Other\n"));
        refused("malformed-json", () -> TestFiles.json("{\"runbook\":1,\"runbook\":1}"));
    }

    @Test
    void saysWhereYamlStops() {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> TestFiles.yaml("runbook: 1\nid: [a\ntitle: x"))
                .withMessageContaining("at line 3");
        refused("malformed-yaml", () -> TestFiles.yaml("runbook: 1\n? [a, b]\n: c"));
        refused("malformed-yaml", () -> TestFiles.rows("x.yaml", new byte[] {'a', ':', ' ', (byte) 0xC3, (byte) 0x28}));
    }

    @Test
    void readsOtherEncodingsLineEndsAndScripts() {
        var emoji = GOOD.replace("id: good", "id: 🚒-إعادة").replace("\n", "\r\n");
        assertThat(key(TestFiles.yaml(emoji).getFirst())).isEqualTo("🚒-إعادة");
        assertThat(key(TestFiles.yaml("\ufeff" + emoji).getFirst())).isEqualTo("🚒-إعادة");
        var utf16 = ("\ufeff" + emoji).getBytes(StandardCharsets.UTF_16LE);
        assertThat(key(TestFiles.rows("x.yaml", utf16).getFirst())).isEqualTo("🚒-إعادة");
    }

    @Test
    void readsSeveralDocumentsAndRejectsOnlyThoseThatAreNone() {
        var rows = TestFiles.yaml(
                GOOD + "---\n---\njust: something\n---\n- a\n- list\n---\n" + GOOD.replace("good", "two"));
        assertThat(rows).extracting(DocumentRow::pointer).containsExactly("/0", "/1", "/2", "/3");
        assertThat(rows).extracting(row -> row instanceof DocumentRow.Read).containsExactly(true, false, false, true);
        assertThat(rows.get(1).problems().getFirst().code()).isEqualTo("E-309");
    }

    @Test
    void readsNumbersAndWordsAsYamlOneTwoDoes() {
        var rows = TestFiles.yaml(
                GOOD
                        + "constants: {no: no, on: on, octal: 0o17, hex: 0xff, old: 017, big: 123456789012345678901234567890, half: 0.5, time: 12:30, none: ~}\n");
        assertThat(definition(rows.getFirst()))
                .contains(
                        "\"big\":\"123456789012345678901234567890\",\"half\":0.5,\"hex\":255,\"no\":\"no\",\"none\":null,\"octal\":15,\"old\":17,\"on\":\"on\",\"time\":\"12:30\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password: hunter2", "api_key: abc", "Authorization: Bearer abc", "client_secret: s"})
    void refusesAFileInWhichASecretIsWrittenOut(String member) {
        refused("secret-in-file", () -> TestFiles.yaml(GOOD + "constants: {nested: [{" + member + "}]}\n"));
    }

    @Test
    void takesAReferenceToASecret() {
        var rows = TestFiles.yaml(GOOD + "constants: {password: '{{ secrets.db }}'}\n");
        assertThat(rows.getFirst()).isInstanceOf(DocumentRow.Read.class);
    }

    @Test
    void saysEverythingThatIsWrongAtOnceAndWhere() {
        var rows = TestFiles.yaml("""
                runbook: 1
                title: Bad
                colour: red
                steps:
                  - {id: a, type: teleport, with: {}}
                  - {id: a, type: wait, with: {for: soon}, timeout: 5}
                  - {id: "b c", type: http, with: {uri: x}}
                """);
        assertThat(rows.getFirst().problems())
                .extracting(DocumentProblem::pointer)
                .containsExactlyInAnyOrder(
                        "",
                        "/colour",
                        "/steps/0/type",
                        "/steps/1/with/for",
                        "/steps/1/timeout",
                        "/steps/2/id",
                        "/steps/2/with",
                        "/steps/2/with/uri");
        assertThat(rows.getFirst().problems())
                .allSatisfy(problem -> assertThat(problem.fix()).isNotBlank());
    }

    @Test
    void rejectsUnknownStepsAndLoops() {
        assertThat(codes(GOOD + "on-failure: nowhere\n")).containsExactly("E-306");
        assertThat(codes(GOOD + "  - {id: one, type: wait, with: {for: 1s}}\n")).containsExactly("E-305");
        assertThat(codes(GOOD + "  - {id: two, type: wait, with: {for: 1s}, next: one}\n"))
                .containsExactly("E-307");
        assertThat(codes("runbook: 1\nid: x\ntitle: x\nsteps: []\n")).containsExactly("E-310");
    }

    @Test
    void readsAnArchiveAndSaysInWhichFileSomethingIs() throws IOException {
        var zip = zip(
                "a/good.yaml",
                GOOD,
                "b.json",
                "{\"just\":1}",
                "c.yml",
                "x: [",
                "d.txt",
                "hello",
                "__MACOSX/c.yml",
                "junk",
                "e.zip",
                "PK");
        var rows = TestFiles.rows("all.zip", zip);
        assertThat(rows)
                .extracting(DocumentRow::pointer)
                .containsExactly("a/good.yaml#", "b.json#", "c.yml", "d.txt", "e.zip");
        assertThat(rows.stream().flatMap(row -> row.problems().stream()).map(DocumentProblem::code))
                .containsExactly("E-309", "E-312", "E-312", "E-312");
    }

    @Test
    void refusesArchivesThatGrowTooLarge() throws IOException {
        var bomb = zip("bomb.yaml", "a: " + "0".repeat(3 << 20));
        refused("archive-too-large", () -> TestFiles.rows("x.zip", bomb));
        var large = zip("large.yaml", "a: " + "0".repeat(5 << 20));
        refused("archive-too-large", () -> TestFiles.rows("x.zip", large));
        refused("malformed-archive", () -> TestFiles.rows("x.zip", java.util.Arrays.copyOf(bomb, bomb.length / 2)));
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static List<String> codes(String yaml) {
        return TestFiles.yaml(yaml).getFirst().problems().stream()
                .map(DocumentProblem::code)
                .toList();
    }

    private static String key(DocumentRow row) {
        return cell(row, "runbook_key");
    }

    private static String definition(DocumentRow row) {
        return cell(row, "definition");
    }

    private static String cell(DocumentRow row, String column) {
        assertThat(row.problems()).isEmpty();
        return Objects.requireNonNull(((DocumentRow.Read) row).cells().get(column))
                .text();
    }

    private static void refused(String code, ThrowingCallable reading) {
        assertThatExceptionOfType(UnreadableFile.class).isThrownBy(reading).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.explanation()).hasSizeLessThan(600);
        });
    }
}
