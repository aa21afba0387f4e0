package io.switchboard.platform.identity;

import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Members of tenants; every question names the tenant. */
@Repository
public class Members {

    /** Roles of its own, and those that its groups grant. */
    private static final String SELECT = """
            SELECT m.*, (SELECT GROUP_CONCAT(DISTINCT g.role)
                           FROM member_group_member l JOIN member_group g ON g.tenant_id = l.tenant_id AND g.group_id = l.group_id
                          WHERE l.tenant_id = m.tenant_id AND l.member_id = m.member_id) AS granted
              FROM member m WHERE m.tenant_id = ? AND\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Members(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Member> find(TenantId tenant, MemberId id) {
        return jdbc.sql(SELECT + "m.member_id = ?")
                .params(tenant.value(), id.value())
                .query(Members::member)
                .optional();
    }

    /** Case does not tell user names apart (RFC 7643, section 4.1.1). */
    public Optional<Member> findByUserName(TenantId tenant, String userName) {
        return jdbc.sql(SELECT + "m.user_name_key = LOWER(? COLLATE utf8mb4_nopad_bin)")
                .params(tenant.value(), userName)
                .query(Members::member)
                .optional();
    }

    /** All user names of the tenant that are not in lower case throughout, or, with {@code every}, simply all. */
    public List<String> userNames(TenantId tenant, boolean every) {
        return jdbc.sql("SELECT user_name FROM member WHERE tenant_id = ?"
                        + (every ? "" : " AND BINARY user_name <> BINARY user_name_key"))
                .param(tenant.value())
                .query((row, _) -> row.getString("user_name"))
                .list();
    }

    /** Adds a member by hand (a new tenant's first admin, the demo people). */
    public MemberId add(TenantId tenant, String userName, String givenName, String familyName, Set<Role> roles) {
        var id = MemberId.random();
        var now = Utc.column(clock.instant());
        jdbc.sql("""
                        INSERT INTO member (tenant_id, member_id, user_name, given_name, family_name, roles, managed_by, created_at, updated_at)
                        VALUES (?, ?, ?, ?, ?, ?, 'manual', ?, ?)""")
                .params(tenant.value(), id.value(), userName, givenName, familyName, text(roles), now, now)
                .update();
        return id;
    }

    static String text(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::wire).collect(Collectors.joining(","));
    }

    static Set<Role> roles(String text) {
        return Arrays.stream(text.split(","))
                .flatMap(wire -> Role.parse(wire).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                new TenantId(row.getString("tenant_id")),
                new MemberId(row.getString("member_id")),
                row.getString("user_name"),
                displayName(row),
                roles(row.getString("roles") + "," + part(row, "granted")),
                row.getBoolean("active"));
    }

    static String displayName(ResultSet row) throws SQLException {
        var chosen = part(row, "display_name");
        return chosen.isEmpty() ? fullName(row) : chosen;
    }

    private static String fullName(ResultSet row) throws SQLException {
        var name = (part(row, "given_name") + " " + part(row, "family_name")).strip();
        return name.isEmpty() ? row.getString("user_name") : name;
    }

    private static String part(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }
}
