package io.switchboard.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.embedded.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every table that belongs to tenants leads its primary key and its unique keys with {@code tenant_id}: a row of another
 * tenant can then be neither met by chance nor kept from being written. Read from the live schema, not from the scripts.
 */
class TenantKeysTest {

    /** Tables, or single keys as {@code table(column, column)}, that no tenant owns, and why. */
    private static final Map<String, String> NOT_TENANT_OWNED = Map.ofEntries(
            entry(
                    "tenant(slug)",
                    "the registry itself: a slug is part of an address and names one tenant in the portal"),
            entry(
                    "tenant(log_id)",
                    "the registry itself: receipts name a log to strangers, so no two tenants share one"),
            entry(
                    "service_client(issuer, client_id)",
                    "a token names its issuer and client only; the pair finds the one tenant it acts for"),
            entry("policy_version", "versions of the policies, which are the same for all tenants"),
            entry("policy_standing", "one row: which of those versions is in force"),
            entry("policy_simulation", "one for all tenants' decisions; what it found of each is kept by tenant"),
            entry("trust_root", "one root vouches for the keys of all tenants"),
            entry("key_set", "the published list of the public keys of all tenants, one row for each version"),
            entry("event_publication", "Spring Modulith's registry of events under way, emptied as they complete"),
            entry("event_publication_archive", "the same registry's archive"),
            entry("scheduled_tasks", "db-scheduler's due work; a task's data names its tenant"));

    private static final String KEYS = """
            SELECT LOWER(t.table_name) AS table_name, s.index_name,
                   GROUP_CONCAT(s.column_name ORDER BY s.seq_in_index SEPARATOR ', ') AS key_columns
            FROM information_schema.tables t
            LEFT JOIN information_schema.statistics s
                   ON s.table_schema = t.table_schema AND s.table_name = t.table_name AND s.non_unique = 0
            WHERE t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'
              AND t.table_name NOT LIKE 'flyway\\_schema\\_history%'
            GROUP BY t.table_name, s.index_name
            ORDER BY t.table_name, s.index_name
            """;

    @Test
    void everyKeyOfATenantOwnedTableLeadsWithTheTenant() {
        assertThat(keys(LiveSchema.jdbc())).contains("tenant(tenant_id)");
        assertThat(faults(LiveSchema.jdbc())).isEmpty();
    }

    @Test
    void noticesKeysThatLeadWithSomethingElseAndTablesWithoutAKey() {
        var jdbc = JdbcClient.create(TestDatabase.migrated());
        jdbc.sql("CREATE TABLE kept (tenant_id VARCHAR(20), id INT, PRIMARY KEY (tenant_id, id))")
                .update();
        jdbc.sql("CREATE TABLE leaking (id INT, tenant_id VARCHAR(20), PRIMARY KEY (id, tenant_id))")
                .update();
        jdbc.sql("CREATE TABLE clashing (tenant_id VARCHAR(20), id INT, name VARCHAR(20) NOT NULL UNIQUE,"
                        + " PRIMARY KEY (tenant_id, id))")
                .update();
        jdbc.sql("CREATE TABLE keyless (tenant_id VARCHAR(20))").update();
        assertThat(faults(jdbc)).containsExactly("clashing(name)", "keyless()", "leaking(id, tenant_id)");
    }

    private static List<String> faults(JdbcClient jdbc) {
        var faults = new ArrayList<>(keys(jdbc));
        faults.removeIf(key -> key.matches("\\w+\\(tenant_id(, .*)?\\)"));
        faults.removeIf(key ->
                NOT_TENANT_OWNED.containsKey(key) || NOT_TENANT_OWNED.containsKey(key.substring(0, key.indexOf('('))));
        return faults;
    }

    private static List<String> keys(JdbcClient jdbc) {
        return jdbc.sql(KEYS)
                .query((row, number) -> {
                    var columns = row.getString("key_columns");
                    return row.getString("table_name") + "(" + (columns == null ? "" : columns) + ")";
                })
                .list();
    }
}
