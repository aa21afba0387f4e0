package io.switchboard.insight.roadmap;

import io.switchboard.control.policy.GovernedActions;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items as rows. What an item misses is not kept: it follows from the spec each time it is read. */
@Repository
class ItemRows {

    private final JdbcClient jdbc;
    private final GovernedActions actions;

    ItemRows(JdbcClient jdbc, GovernedActions actions) {
        this.jdbc = jdbc;
        this.actions = actions;
    }

    /** Those in a locked release last, else the latest first. */
    List<Item> all(TenantId tenant) {
        return jdbc.sql(
                        "SELECT * FROM roadmap_item WHERE tenant_id = ? ORDER BY in_release IS NOT NULL, in_release DESC, raised_at DESC, item_id")
                .param(tenant.value())
                .query((row, _) -> item(row))
                .list();
    }

    Optional<Item> find(TenantId tenant, ItemId id) {
        return jdbc.sql("SELECT * FROM roadmap_item WHERE tenant_id = ? AND item_id = ?")
                .params(tenant.value(), id.value())
                .query((row, _) -> item(row))
                .optional();
    }

    /** Kept from others until the transaction ends: a spec does not change while its release is locked. */
    List<Item> locked(TenantId tenant) {
        return jdbc.sql("SELECT * FROM roadmap_item WHERE tenant_id = ? ORDER BY item_id FOR UPDATE")
                .param(tenant.value())
                .query((row, _) -> item(row))
                .list();
    }

    void add(TenantId tenant, Item item) {
        jdbc.sql("""
                        INSERT INTO roadmap_item (tenant_id, item_id, title, finding, spec, version, actor_type, actor_id, raised_at, changed_at)
                        VALUES (:tenant, :id, :title, :finding, :spec, :version, :type, :actor, :at, :at)""")
                .param("tenant", tenant.value())
                .param("id", item.id().value())
                .param("title", item.title())
                .param("finding", item.evidence().map(ItemJson::text).orElse(null))
                .param("spec", ItemJson.text(item.spec()))
                .param("version", item.version())
                .param("type", item.raisedBy().type().wire())
                .param("actor", item.raisedBy().id())
                .param("at", Utc.column(item.raisedAt()))
                .update();
    }

    /** Whether the row was still of the version before. */
    boolean change(TenantId tenant, Item after) {
        return jdbc.sql("""
                                UPDATE roadmap_item SET title = ?, spec = ?, deferred = ?, in_release = ?, version = ?, changed_at = ?
                                 WHERE tenant_id = ? AND item_id = ? AND version = ?""")
                        .param(after.title())
                        .param(ItemJson.text(after.spec()))
                        .param(after.deferred().orElse(null))
                        .param(after.release().map(Release::value).orElse(null))
                        .param(after.version())
                        .param(Utc.column(after.changedAt()))
                        .param(tenant.value())
                        .param(after.id().value())
                        .param(after.version() - 1)
                        .update()
                == 1;
    }

    /** The gate for an item with that evidence. */
    SpecReady gate(Optional<Evidence> evidence) {
        var known = actions.all().stream().map(ActionId::value).collect(Collectors.toSet());
        return new SpecReady(Figures.of(evidence), known::contains);
    }

    private Item item(ResultSet row) throws SQLException {
        var evidence = Optional.ofNullable(row.getString("finding")).map(ItemJson::evidence);
        var spec = ItemJson.spec(row.getString("spec"));
        return new Item(
                new ItemId(row.getString("item_id")),
                row.getString("title"),
                evidence,
                spec,
                gate(evidence).missing(spec),
                Optional.ofNullable(row.getString("deferred")),
                Optional.ofNullable(row.getString("in_release")).map(Release::new),
                row.getInt("version"),
                new Actor(
                        Actor.Type.valueOf(row.getString("actor_type").toUpperCase(Locale.ROOT)),
                        row.getString("actor_id")),
                Utc.instant(row.getObject("raised_at", LocalDateTime.class)),
                Utc.instant(row.getObject("changed_at", LocalDateTime.class)));
    }
}
