package io.switchboard.operations.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.embedded.TestDatabase;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What holds for every file on a tenant where nobody else changes anything. The seeds are fixed, so that a build that
 * was green is green again; who looks for more takes them away and raises the tries.
 */
class ImportPropertiesTest {

    private static final DataSource DATABASE = TestDatabase.migrated("identity", "imports");
    private static final List<String> FIELDS = List.of("given_name", "email", "roles", "department", "active");

    /** Lines below a header. */
    record File(String header, List<String> lines) {

        String text() {
            return header + "\n" + String.join("\n", lines) + "\n";
        }

        File shuffled(long seed) {
            var other = new java.util.ArrayList<>(lines);
            Collections.shuffle(other, new Random(seed));
            return new File(header, other);
        }
    }

    @Property(tries = 30, seed = "1")
    void commitsWhatTheDryRunCounted(@ForAll("files") File before, @ForAll("files") File file) {
        var tenant = tenant(before);
        var plan = tenant.planned(file.text());
        var counts = plan.counts();
        var ended = tenant.committed(plan).counts();
        assertThat(ended.create() + ended.update()).isEqualTo(counts.changes() + counts.held());
        assertThat(ended.read()).isEqualTo(counts.read());
        assertThat(ended.unchanged()).isEqualTo(counts.unchanged());
        assertThat(ended.reject()).isEqualTo(counts.reject());
    }

    @Property(tries = 30, seed = "1")
    void isAsItWasAfterAnImportAndItsRevert(@ForAll("files") File before, @ForAll("files") File file) {
        var tenant = tenant(before);
        var members = tenant.members();
        var committed = tenant.imported(file.text());
        if (committed.counts().changes() > 0) {
            tenant.committed(tenant.revert(committed));
        }
        assertThat(tenant.members()).isEqualTo(members);
    }

    @Property(tries = 30, seed = "1")
    void changesNothingTheSecondTime(@ForAll("files") File before, @ForAll("files") File file) {
        var tenant = tenant(before);
        tenant.imported(file.text());
        var members = tenant.members();
        var again = tenant.planned(file.text()).counts();
        assertThat(again.changes() + again.held()).isZero();
        assertThat(tenant.members()).isEqualTo(members);
    }

    @Property(tries = 30, seed = "1")
    void doesNotDependOnTheOrderOfRows(@ForAll("files") File before, @ForAll("files") File file, @ForAll long seed) {
        var one = tenant(before);
        var other = tenant(before);
        assertThat(one.imported(file.text()).counts())
                .isEqualTo(other.imported(file.shuffled(seed).text()).counts());
        assertThat(one.members()).isEqualTo(other.members());
    }

    private static TestTenant tenant(File before) {
        var tenant = new TestTenant(DATABASE, Clock.systemUTC());
        tenant.imported(before.text());
        return tenant;
    }

    @Provide
    Arbitrary<File> files() {
        return Arbitraries.of(FIELDS).set().flatMap(columns -> {
            var fields = FIELDS.stream().filter(columns::contains).toList();
            var header = fields.isEmpty() ? "user_name" : "user_name," + String.join(",", fields);
            return line(fields).list().ofMinSize(1).ofMaxSize(12).map(lines -> new File(header, lines));
        });
    }

    private static Arbitrary<String> line(List<String> fields) {
        // a lone column leaves an empty name as an empty line, which is no row
        var none = fields.isEmpty() ? "\"\"" : "";
        var name = Arbitraries.of("maria", "joe", "ann", "zoë", "עדי", "🦊", none, "bad name");
        return fields.isEmpty()
                ? name
                : Combinators.combine(
                                name,
                                Combinators.combine(fields.stream()
                                                .map(ImportPropertiesTest::value)
                                                .toList())
                                        .as(values -> values.stream().collect(Collectors.joining(","))))
                        .as((key, rest) -> key + "," + rest);
    }

    private static Arbitrary<String> value(String field) {
        return switch (field) {
            case "email" -> Arbitraries.of("", "a@example.com", "b@example.com", "no address");
            case "roles" -> Arbitraries.of("", "evaluator", "operator", "partner-admin|approver", "emperor");
            case "active" -> Arbitraries.of("", "yes", "no", "perhaps");
            default -> Arbitraries.of("", "A", "Ö", "O'Neil\t", "\"a,b\"", "=1+1", "𝔸");
        };
    }
}
