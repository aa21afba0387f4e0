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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Members of tenants; every question names the tenant. */
@Repository
public class Members {

    private final JdbcClient jdbc;
    private final Clock clock;

    Members(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Member> find(TenantId tenant, MemberId id) {
        return jdbc.sql("SELECT * FROM member WHERE tenant_id = ? AND member_id = ?")
                .params(tenant.value(), id.value())
                .query(Members::member)
                .optional();
    }

    public Optional<Member> findByUserName(TenantId tenant, String userName) {
        return jdbc.sql("SELECT * FROM member WHERE tenant_id = ? AND user_name = ?")
                .params(tenant.value(), userName)
                .query(Members::member)
                .optional();
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
                roles(row.getString("roles")),
                row.getBoolean("active"));
    }

    private static String displayName(ResultSet row) throws SQLException {
        var name = (part(row, "given_name") + " " + part(row, "family_name")).strip();
        return name.isEmpty() ? row.getString("user_name") : name;
    }

    private static String part(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }
}
