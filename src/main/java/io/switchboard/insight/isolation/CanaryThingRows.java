package io.switchboard.insight.isolation;

import io.switchboard.kernel.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each canary has, as rows. */
@Repository
class CanaryThingRows {

    private final JdbcClient jdbc;

    CanaryThingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, String> of(TenantId canary) {
        var things = new HashMap<String, String>();
        jdbc.sql("SELECT name, thing FROM isolation_thing WHERE tenant_id = ?")
                .param(canary.value())
                .query(row -> {
                    things.put(row.getString("name"), row.getString("thing"));
                });
        return things;
    }

    void put(TenantId canary, Map<String, String> things) {
        things.forEach(
                (name, thing) -> jdbc.sql("REPLACE INTO isolation_thing (tenant_id, name, thing) VALUES (?, ?, ?)")
                        .params(canary.value(), name, thing)
                        .update());
    }

    void forget(TenantId canary, Collection<String> names) {
        names.forEach(name -> jdbc.sql("DELETE FROM isolation_thing WHERE tenant_id = ? AND name = ?")
                .params(canary.value(), name)
                .update());
    }
}
