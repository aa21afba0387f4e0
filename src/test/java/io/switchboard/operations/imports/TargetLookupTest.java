package io.switchboard.operations.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.administration.TestIdentities;
import io.switchboard.operations.imports.format.CsvDialect;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A target is found the same way whether all of them were read or only those that the file names. */
class TargetLookupTest {

    private static final String ODD = "1=\u00e9\ud83d\ude00-";

    private final TenantId tenant = TenantId.random();
    private final JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.migrated("identity"));
    private final DiffSql sql =
            new DiffSql(TestIdentities.target().table(), List.of("user_name", "given_name", "department", "active"));

    @ParameterizedTest
    @ValueSource(longs = {2, 1_000_000})
    void findsWhatIsStored(long members) {
        insert(tenant, "maria", "scim");
        insert(TenantId.random(), "joe", "import");
        var known =
                new TargetLookup(jdbc).of(plan(), sql, members).apply(List.of(row("maria"), row("joe"), row("Maria")));
        assertThat(known.find("joe")).isEmpty();
        assertThat(known.find("Maria")).isEmpty();
        var found = known.find("maria").orElseThrow();
        assertThat(found.guarded()).isTrue();
        assertThat(found.active()).isTrue();
        assertThat(found.grantSet()).containsExactlyInAnyOrder("operator", "approver");
        assertThat(FieldText.read(found.fields()))
                .containsExactly(Optional.of(ODD), Optional.empty(), Optional.of("1"));
        assertThat(found.fields())
                .isEqualTo(FieldText.of(List.of(Optional.of(ODD), Optional.empty(), Optional.of("1"))));
    }

    @Test
    void digestsFieldsAsTheDatabaseDoes() {
        var fields = FieldText.of(List.of(Optional.of(ODD), Optional.empty()));
        assertThat(jdbc.queryForObject("SELECT CRC32(?)", Long.class, fields)).isEqualTo(FieldText.digest(fields));
    }

    private void insert(TenantId owner, String name, String managedBy) {
        jdbc.update(
                "INSERT INTO member (tenant_id, member_id, user_name, given_name, roles, managed_by, created_at, updated_at)"
                        + " VALUES (?, 'mem_1', ?, ?, 'operator,approver', ?, NOW(6), NOW(6))",
                owner.value(),
                name,
                ODD,
                managedBy);
    }

    private static FileRow row(String key) {
        return new FileRow.Valid(1, new Place.Line(2), key, List.of());
    }

    private ImportPlan plan() {
        return ImportPlan.uploaded(
                ImportId.random(),
                "identities",
                new Caller(tenant, Actor.service("test"), Set.of()),
                ImportPlan.Source.table("f.csv", Sha256.of("f"), 100, new CsvDialect(StandardCharsets.UTF_8, 0, ',')),
                Map.of(),
                List.of(),
                Instant.EPOCH);
    }
}
