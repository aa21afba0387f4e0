package io.switchboard.operations.imports.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.operations.imports.documents.UnreadableFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class HostileFilesTest {

    private static final Path SPECTRUM = Path.of("../shared/fixtures/csv-spectrum");

    /** One JSON is an object, and its phone number was made up for it: the CSV beside it has another. */
    private static JsonNode expected(JsonMapper json, Path file) {
        var tree = json.readTree(file);
        return tree.isArray()
                ? tree
                : json.createArrayNode().add(((ObjectNode) tree).put("Contact Phone Number", "2095257564"));
    }

    @Test
    void readsEveryFileOfTheSpectrumToItsJson() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SPECTRUM), "the csv-spectrum fixtures are not beside the project");
        var json = JsonMapper.builder().build();
        var different = new ArrayList<String>();
        try (var files = Files.list(SPECTRUM.resolve("csvs"))) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString().replace(".csv", ".json");
                var expected = expected(json, SPECTRUM.resolve("json").resolve(name));
                if (!json.valueToTree(read(Files.readAllBytes(file))).equals(expected)) {
                    different.add(file.getFileName() + " " + read(Files.readAllBytes(file)) + " " + expected);
                }
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    void recognisesEncodings() {
        assertThat(encoding("é".getBytes(StandardCharsets.UTF_8))).isEqualTo("UTF-8");
        assertThat(encoding("é".getBytes(Charset.forName("windows-1252")))).isEqualTo("windows-1252");
        assertThat(encoding("\ufeffé".getBytes(StandardCharsets.UTF_16LE))).isEqualTo("UTF-16LE");
        assertThat(encoding("\ufeffé".getBytes(StandardCharsets.UTF_16BE))).isEqualTo("UTF-16BE");
        assertThat(encoding(new byte[] {'a', (byte) 0xC3})).isEqualTo("windows-1252");
    }

    @Test
    void readsAMarkedFileWithoutItsMark() {
        assertThat(read("\ufeffa,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(Map.of("a", "1", "b", "2"));
        assertThat(read("\ufeffa;b\n1;2\n".getBytes(StandardCharsets.UTF_16LE)))
                .containsExactly(Map.of("a", "1", "b", "2"));
    }

    @Test
    void recognisesDelimiters() {
        assertThat(Delimiters.recognise("a;b;c\n1,5;2;3\n2,5;3;4\n")).isEqualTo(';');
        assertThat(Delimiters.recognise("a\tb\n1\t2\n")).isEqualTo('\t');
        assertThat(Delimiters.recognise("a|b\n\"x|y\"|2\n")).isEqualTo('|');
        assertThat(Delimiters.recognise("name\nmaria\n")).isEqualTo(',');
    }

    @Test
    void refusesEmptyBinaryAndPackedFiles() {
        assertRefused(new byte[0], "empty-file");
        assertRefused(new byte[] {'P', 'K', 3, 4, 0, 0}, "not-csv");
        assertRefused(new byte[] {'a', 0, 'b'}, "not-csv");
        assertRefused("\n\n".getBytes(StandardCharsets.UTF_8), "empty-file");
    }

    /** 64 MiB of nothing in some 64 KiB: refused by its first bytes, and nothing unpacks it. */
    @Test
    void refusesArchivesThatWouldUnpackToFarMore() throws IOException {
        var zip = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(zip)) {
            archive.putNextEntry(new ZipEntry("people.csv"));
            for (int i = 0; i < 64; i++) {
                archive.write(new byte[1 << 20]);
            }
        }
        var gzip = new ByteArrayOutputStream();
        try (var archive = new GZIPOutputStream(gzip)) {
            archive.write(new byte[1 << 20]);
        }
        assertThat(zip.size()).isLessThan(100_000);
        assertRefused(zip.toByteArray(), "not-csv");
        assertRefused(gzip.toByteArray(), "not-csv");
    }

    @Test
    void refusesThreeHundredColumns() {
        var header = IntStream.range(0, 300).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        assertRefused(header.getBytes(StandardCharsets.UTF_8), "too-many-columns");
    }

    @Test
    void refusesAQuoteThatIsNeverClosedAndAFieldWithoutEnd() {
        assertRefused("a,b\n1,\"2\n3,4\n".getBytes(StandardCharsets.UTF_8), "malformed-csv");
        assertRefused(("a\n" + "x".repeat(70_000)).getBytes(StandardCharsets.UTF_8), "malformed-csv");
    }

    @Test
    void leadsWhatASpreadsheetWouldRunWithAnApostrophe() {
        assertThat(CsvText.line(List.of("=1+1", "+1", "-1", "@x", "\ty", "\rz", "a,\"b\"", "")))
                .isEqualTo("'=1+1,'+1,'-1,'@x,'\ty,\"'\rz\",\"a,\"\"b\"\"\",\r\n");
    }

    private static void assertRefused(byte[] file, String code) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        UnreadableFile.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static String encoding(byte[] bytes) {
        return dialect(bytes).encoding().name();
    }

    private static CsvDialect dialect(byte[] bytes) {
        var probe = new EncodingProbe();
        probe.update(bytes, bytes.length);
        var dialect = probe.finish();
        var text = new String(bytes, dialect.encoding());
        return dialect.withSeparator(Delimiters.recognise(text));
    }

    private static List<Map<String, String>> read(byte[] bytes) {
        var rows = new ArrayList<Map<String, String>>();
        try (var table = CsvTable.open(new ByteArrayInputStream(bytes), dialect(bytes), CsvLimits.defaults())) {
            while (table.hasNext()) {
                var cells = table.next().cells();
                var row = new LinkedHashMap<String, String>();
                for (int i = 0; i < table.header().size(); i++) {
                    row.put(table.header().get(i), cells.get(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
