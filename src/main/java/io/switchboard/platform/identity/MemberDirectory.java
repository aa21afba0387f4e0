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
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Members with all that is kept about them: read, searched, written. {@code source} says whose external ids are meant. A user name that another
 * member of the tenant has, in whatever case, is Spring's {@code DuplicateKeyException}.
 */
@Repository
public class MemberDirectory {

    private static final String FROM = """
             FROM member m LEFT JOIN external_id e
               ON e.tenant_id = m.tenant_id AND e.source = ? AND e.kind = 'member' AND e.target_id = m.member_id
            WHERE m.tenant_id = ? AND\s""";
    private static final String SELECT = "SELECT m.*, e.external_id" + FROM;

    private final JdbcClient jdbc;
    private final Clock clock;

    MemberDirectory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Membership> find(TenantId tenant, String source, MemberId id) {
        return jdbc.sql(SELECT + "m.member_id = ?")
                .params(source, tenant.value(), id.value())
                .query(MemberDirectory::membership)
                .optional()
                .map(found -> withGroups(tenant, List.of(found)).getFirst());
    }

    /** Reads the row and keeps it from being changed by others until the transaction ends. */
    public Optional<Membership> lock(TenantId tenant, String source, MemberId id) {
        jdbc.sql("SELECT version FROM member WHERE tenant_id = ? AND member_id = ? FOR UPDATE")
                .params(tenant.value(), id.value())
                .query(Integer.class)
                .optional();
        return find(tenant, source, id);
    }

    /**
     * Like {@link #lock}, for a member who goes: the groups that were seen to change with them are locked first, as whoever changes a group does. They are given, since
     * looking for them here would fix what the transaction sees before it has its locks.
     */
    public Optional<Membership> lock(TenantId tenant, String source, MemberId id, List<Membership.InGroup> groups) {
        if (!groups.isEmpty()) {
            jdbc.sql(
                            "SELECT group_id FROM member_group WHERE tenant_id = :tenant AND group_id IN (:ids) ORDER BY group_id"
                                    + " FOR UPDATE")
                    .param("tenant", tenant.value())
                    .param(
                            "ids",
                            groups.stream().map(group -> group.id().value()).toList())
                    .query((row, _) -> row.getString("group_id"))
                    .list();
        }
        return lock(tenant, source, id);
    }

    public Found<Membership> search(
            TenantId tenant, String source, Condition<MemberField> condition, Window<MemberField> window) {
        var where = new ConditionSql<>(ConditionSql.MEMBERS);
        var text = where.of(condition);
        var asked = new ArrayList<Object>(List.of(source, tenant.value()));
        asked.addAll(where.parameters());
        long total = jdbc.sql("SELECT COUNT(*)" + FROM + text)
                .params(asked)
                .query(Long.class)
                .single();
        if (window.limit() == 0 || window.offset() >= total) {
            return new Found<>(List.of(), total);
        }
        asked.add(window.limit());
        asked.add(window.offset());
        var page = jdbc.sql(SELECT + text + " ORDER BY " + order(window) + " LIMIT ? OFFSET ?")
                .params(asked)
                .query(MemberDirectory::membership)
                .list();
        return new Found<>(withGroups(tenant, page), total);
    }

    private static String order(Window<MemberField> window) {
        var direction = window.descending() ? " DESC" : "";
        return window.sortBy()
                        .filter(field -> field.kind() != FieldKind.LINK)
                        .map(field -> field.sql() + direction + ", ")
                        .orElse("")
                + "m.member_id" + direction;
    }

    /** How many members who may sign in the tenant has. */
    public long active(TenantId tenant) {
        return jdbc.sql("SELECT COUNT(*) FROM member WHERE tenant_id = ? AND active")
                .param(tenant.value())
                .query(Long.class)
                .single();
    }

    /** Adds a member without roles of its own. */
    public MemberId add(TenantId tenant, Profile profile, ManagedBy by) {
        var id = MemberId.random();
        var now = Utc.column(clock.instant());
        jdbc.sql("""
                        INSERT INTO member (user_name, given_name, family_name, display_name, email, department, active, managed_by, updated_at,
                                            created_at, tenant_id, member_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(values(profile, by, now))
                .param(now)
                .param(tenant.value())
                .param(id.value())
                .update();
        return id;
    }

    /** Writes the profile over that of the member and says who did. */
    public void write(TenantId tenant, MemberId id, Profile profile, ManagedBy by) {
        jdbc.sql("""
                        UPDATE member SET user_name = ?, given_name = ?, family_name = ?, display_name = ?, email = ?, department = ?, active = ?,
                               managed_by = ?, updated_at = ?, version = version + 1
                         WHERE tenant_id = ? AND member_id = ?""")
                .params(values(profile, by, Utc.column(clock.instant())))
                .param(tenant.value())
                .param(id.value())
                .update();
    }

    /** Takes the member, as it was locked with its groups, and all that refers to it away; the groups change with it. */
    public void remove(TenantId tenant, Membership member) {
        var id = member.id();
        if (!member.groups().isEmpty()) {
            jdbc.sql(
                            "UPDATE member_group SET version = version + 1, updated_at = :now WHERE tenant_id = :tenant AND group_id IN (:ids)")
                    .param("now", Utc.column(clock.instant()))
                    .param("tenant", tenant.value())
                    .param(
                            "ids",
                            member.groups().stream()
                                    .map(group -> group.id().value())
                                    .toList())
                    .update();
        }
        jdbc.sql("DELETE FROM external_id WHERE tenant_id = ? AND kind = 'member' AND target_id = ?")
                .params(tenant.value(), id.value())
                .update();
        jdbc.sql("DELETE FROM member WHERE tenant_id = ? AND member_id = ?")
                .params(tenant.value(), id.value())
                .update();
    }

    private static List<Object> values(Profile profile, ManagedBy by, LocalDateTime now) {
        var values = new ArrayList<Object>();
        Collections.addAll(
                values,
                profile.userName(),
                profile.givenName().orElse(null),
                profile.familyName().orElse(null),
                profile.displayName().orElse(null),
                profile.email().orElse(null),
                profile.department().orElse(null),
                profile.active(),
                by.wire(),
                now);
        return values;
    }

    private List<Membership> withGroups(TenantId tenant, List<Membership> members) {
        if (members.isEmpty()) {
            return members;
        }
        var groups = new HashMap<String, List<Membership.InGroup>>();
        jdbc.sql("""
                        SELECT l.member_id, g.group_id, g.display_name, g.role
                          FROM member_group_member l JOIN member_group g ON g.tenant_id = l.tenant_id AND g.group_id = l.group_id
                         WHERE l.tenant_id = :tenant AND l.member_id IN (:ids) ORDER BY g.group_id""")
                .param("tenant", tenant.value())
                .param(
                        "ids",
                        members.stream().map(member -> member.id().value()).toList())
                .query(row -> {
                    groups.computeIfAbsent(row.getString("member_id"), _ -> new ArrayList<>())
                            .add(group(row));
                });
        return members.stream().map(member -> member.with(of(groups, member))).toList();
    }

    private static List<Membership.InGroup> of(Map<String, List<Membership.InGroup>> groups, Membership member) {
        return groups.getOrDefault(member.id().value(), List.of());
    }

    private static Membership.InGroup group(ResultSet row) throws SQLException {
        return new Membership.InGroup(
                new GroupId(row.getString("group_id")),
                row.getString("display_name"),
                Optional.ofNullable(row.getString("role")).flatMap(Role::parse));
    }

    private static Membership membership(ResultSet row, int number) throws SQLException {
        return new Membership(
                new MemberId(row.getString("member_id")),
                profile(row),
                ManagedBy.of(row.getString("managed_by")),
                Members.roles(row.getString("roles")),
                List.of(),
                Optional.ofNullable(row.getString("external_id")),
                row.getInt("version"),
                Utc.instant(row.getObject("created_at", LocalDateTime.class)),
                Utc.instant(row.getObject("updated_at", LocalDateTime.class)));
    }

    private static Profile profile(ResultSet row) throws SQLException {
        return new Profile(
                row.getString("user_name"),
                text(row, "given_name"),
                text(row, "family_name"),
                text(row, "display_name"),
                text(row, "email"),
                text(row, "department"),
                row.getBoolean("active"));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).filter(text -> !text.isEmpty());
    }
}
