package io.switchboard.platform.identity;

import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members may be trusted with in the end: their own roles and those of all their groups, as long as they are active. */
@Repository
public class Standings {

    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Roles of those of {@code ids} that are active; whoever may not sign in is left out. */
    public Map<MemberId, Set<Role>> of(TenantId tenant, Collection<MemberId> ids) {
        var all = List.copyOf(ids);
        var found = new HashMap<MemberId, Set<Role>>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            found.putAll(part(tenant, all.subList(from, Math.min(all.size(), from + AT_ONCE))));
        }
        return found;
    }

    private Map<MemberId, Set<Role>> part(TenantId tenant, List<MemberId> ids) {
        var texts = new HashMap<MemberId, List<String>>();
        jdbc.sql("""
                        SELECT m.member_id, m.roles, g.role
                          FROM member m
                          LEFT JOIN member_group_member l ON l.tenant_id = m.tenant_id AND l.member_id = m.member_id
                          LEFT JOIN member_group g ON g.tenant_id = l.tenant_id AND g.group_id = l.group_id
                         WHERE m.tenant_id = :tenant AND m.active AND m.member_id IN (:ids)""")
                .param("tenant", tenant.value())
                .param("ids", ids.stream().map(MemberId::value).toList())
                .query(row -> {
                    texts.computeIfAbsent(new MemberId(row.getString("member_id")), _ -> new ArrayList<>())
                            .add(row.getString("roles") + "," + row.getString("role"));
                });
        var found = new HashMap<MemberId, Set<Role>>();
        texts.forEach((id, roles) -> found.put(id, Members.roles(String.join(",", roles))));
        return found;
    }

    /** How many active members hold the role, given to them or by a group. */
    public long holders(TenantId tenant, Role role) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM member m
                         WHERE m.tenant_id = :tenant AND m.active
                           AND (FIND_IN_SET(:role, m.roles)
                                OR EXISTS (SELECT 1 FROM member_group_member l
                                             JOIN member_group g ON g.tenant_id = l.tenant_id AND g.group_id = l.group_id
                                            WHERE l.tenant_id = m.tenant_id AND l.member_id = m.member_id AND g.role = :role))""")
                .param("tenant", tenant.value())
                .param("role", role.wire())
                .query(Long.class)
                .single();
    }
}
