package io.switchboard.platform.identity;

import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Groups of a tenant and who is in them. A display name that another group of the tenant has, in whatever case, is Spring's {@code DuplicateKeyException}. */
@Repository
public class MemberGroups {

    /** Rows for one statement: a group of ten thousand is written in ten. */
    private static final int AT_ONCE = 1000;

    private static final String FROM = """
             FROM member_group g LEFT JOIN external_id e
               ON e.tenant_id = g.tenant_id AND e.source = ? AND e.kind = 'group' AND e.target_id = g.group_id
            WHERE g.tenant_id = ? AND\s""";
    private static final String SELECT = "SELECT g.*, e.external_id" + FROM;

    private final JdbcClient jdbc;
    private final Clock clock;

    MemberGroups(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A member of a group, by id and the name to show. */
    public record Listed(MemberId id, String shown) {}

    public Optional<MemberGroup> find(TenantId tenant, String source, GroupId id) {
        return jdbc.sql(SELECT + "g.group_id = ?")
                .params(source, tenant.value(), id.value())
                .query(MemberGroups::group)
                .optional();
    }

    /** Reads the group and keeps it and its members from being changed by others until the transaction ends. */
    public Optional<MemberGroup> lock(TenantId tenant, String source, GroupId id) {
        jdbc.sql("SELECT version FROM member_group WHERE tenant_id = ? AND group_id = ? FOR UPDATE")
                .params(tenant.value(), id.value())
                .query(Integer.class)
                .optional();
        return find(tenant, source, id);
    }

    public Found<MemberGroup> search(
            TenantId tenant, String source, Condition<GroupField> condition, Window<GroupField> window) {
        var where = new ConditionSql<>(ConditionSql.GROUPS);
        var text = where.of(condition);
        var asked = new ArrayList<Object>(List.of(source, tenant.value()));
        asked.addAll(where.parameters());
        long total = jdbc.sql("SELECT COUNT(*)" + FROM + text)
                .params(asked)
                .query(Long.class)
                .single();
        asked.add(window.limit());
        asked.add(window.offset());
        var page = jdbc.sql(SELECT + text + " ORDER BY " + order(window) + " LIMIT ? OFFSET ?")
                .params(asked)
                .query(MemberGroups::group)
                .list();
        return new Found<>(page, total);
    }

    private static String order(Window<GroupField> window) {
        var direction = window.descending() ? " DESC" : "";
        return window.sortBy()
                        .filter(field -> field.kind() != FieldKind.LINK)
                        .map(field -> field.sql() + direction + ", ")
                        .orElse("")
                + "g.group_id" + direction;
    }

    /** Who is in these groups, by group. */
    public Map<GroupId, List<Listed>> members(TenantId tenant, Collection<GroupId> groups) {
        var found = new HashMap<GroupId, List<Listed>>();
        if (!groups.isEmpty()) {
            jdbc.sql("""
                            SELECT l.group_id, m.member_id, m.display_name, m.given_name, m.family_name, m.user_name
                              FROM member_group_member l JOIN member m ON m.tenant_id = l.tenant_id AND m.member_id = l.member_id
                             WHERE l.tenant_id = :tenant AND l.group_id IN (:ids) ORDER BY l.group_id, l.member_id""")
                    .param("tenant", tenant.value())
                    .param("ids", groups.stream().map(GroupId::value).toList())
                    .query(row -> {
                        found.computeIfAbsent(new GroupId(row.getString("group_id")), _ -> new ArrayList<>())
                                .add(new Listed(new MemberId(row.getString("member_id")), Members.displayName(row)));
                    });
        }
        return found;
    }

    public Set<MemberId> memberIds(TenantId tenant, GroupId group) {
        return new HashSet<>(jdbc.sql("SELECT member_id FROM member_group_member WHERE tenant_id = ? AND group_id = ?")
                .params(tenant.value(), group.value())
                .query((row, _) -> new MemberId(row.getString(1)))
                .list());
    }

    /** Those of {@code ids} that are members of the tenant, and stay so until the transaction ends. */
    public Set<MemberId> known(TenantId tenant, Collection<MemberId> ids) {
        var known = new HashSet<MemberId>();
        for (var part : parts(ids)) {
            known.addAll(jdbc.sql("SELECT member_id FROM member WHERE tenant_id = :tenant AND member_id IN (:ids)"
                            + " LOCK IN SHARE MODE")
                    .param("tenant", tenant.value())
                    .param("ids", part.stream().map(MemberId::value).toList())
                    .query((row, _) -> new MemberId(row.getString(1)))
                    .list());
        }
        return known;
    }

    public GroupId add(TenantId tenant, String displayName, Optional<Role> role) {
        var id = GroupId.random();
        var now = Utc.column(clock.instant());
        jdbc.sql(
                        "INSERT INTO member_group (tenant_id, group_id, display_name, role, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)")
                .param(tenant.value())
                .param(id.value())
                .param(displayName)
                .param(role.map(Role::wire).orElse(null))
                .param(now)
                .param(now)
                .update();
        return id;
    }

    /** Names the group and says what it grants; also notes that its members changed, where nothing else did. */
    public void write(TenantId tenant, GroupId id, String displayName, Optional<Role> role) {
        jdbc.sql("UPDATE member_group SET display_name = ?, role = ?, updated_at = ?, version = version + 1"
                        + " WHERE tenant_id = ? AND group_id = ?")
                .param(displayName)
                .param(role.map(Role::wire).orElse(null))
                .param(Utc.column(clock.instant()))
                .param(tenant.value())
                .param(id.value())
                .update();
    }

    public void join(TenantId tenant, GroupId group, Collection<MemberId> members) {
        for (var part : parts(members)) {
            var rows = part.stream()
                    .map(member -> new Object[] {tenant.value(), group.value(), member.value()})
                    .toList();
            jdbc.sql("INSERT INTO member_group_member (tenant_id, group_id, member_id) VALUES "
                            + String.join(", ", java.util.Collections.nCopies(rows.size(), "(?, ?, ?)")))
                    .params(rows.stream().flatMap(java.util.Arrays::stream).toList())
                    .update();
        }
    }

    public void leave(TenantId tenant, GroupId group, Collection<MemberId> members) {
        for (var part : parts(members)) {
            jdbc.sql(
                            "DELETE FROM member_group_member WHERE tenant_id = :tenant AND group_id = :group AND member_id IN (:ids)")
                    .param("tenant", tenant.value())
                    .param("group", group.value())
                    .param("ids", part.stream().map(MemberId::value).toList())
                    .update();
        }
    }

    public void remove(TenantId tenant, GroupId id) {
        jdbc.sql("DELETE FROM external_id WHERE tenant_id = ? AND kind = 'group' AND target_id = ?")
                .params(tenant.value(), id.value())
                .update();
        jdbc.sql("DELETE FROM member_group WHERE tenant_id = ? AND group_id = ?")
                .params(tenant.value(), id.value())
                .update();
    }

    private static List<List<MemberId>> parts(Collection<MemberId> ids) {
        var all = List.copyOf(ids);
        var parts = new ArrayList<List<MemberId>>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return parts;
    }

    private static MemberGroup group(ResultSet row, int number) throws SQLException {
        return new MemberGroup(
                new GroupId(row.getString("group_id")),
                row.getString("display_name"),
                Optional.ofNullable(row.getString("role")).flatMap(Role::parse),
                Optional.ofNullable(row.getString("external_id")),
                row.getInt("version"),
                Utc.instant(row.getObject("created_at", LocalDateTime.class)),
                Utc.instant(row.getObject("updated_at", LocalDateTime.class)));
    }
}
