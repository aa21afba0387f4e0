package io.switchboard.operations.webhooks;

import io.switchboard.kernel.TenantId;
import io.switchboard.platform.outbound.OutboundException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The hosts that a tenant lets the portal send to. A tenant that names none lets it send to every host that the portal's own settings allow; one that names some, to no other. */
@Repository
public class AllowedHosts {

    private final JdbcClient jdbc;

    AllowedHosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<HostPattern> of(TenantId tenant) {
        return jdbc.sql("SELECT host FROM webhook_allowed_host WHERE tenant_id = ? ORDER BY host")
                .param(tenant.value())
                .query((row, _) -> new HostPattern(row.getString(1)))
                .list();
    }

    void put(TenantId tenant, Set<HostPattern> hosts) {
        jdbc.sql("DELETE FROM webhook_allowed_host WHERE tenant_id = ?")
                .param(tenant.value())
                .update();
        hosts.forEach(host -> jdbc.sql("INSERT INTO webhook_allowed_host (tenant_id, host) VALUES (?, ?)")
                .params(tenant.value(), host.value())
                .update());
    }

    /** Asked when an address is registered and again before each call: a list that was narrowed counts at once. */
    public void require(TenantId tenant, String what, String address) throws OutboundException {
        var allowed = of(tenant);
        var host = host(address);
        if (!allowed.isEmpty() && host.filter(name -> matches(allowed, name)).isEmpty()) {
            throw new OutboundException(
                    "host-not-on-the-list",
                    what + " is at " + host.orElse("no host") + ", which is not on your tenant's list of hosts: "
                            + allowed.stream().map(HostPattern::value).collect(Collectors.joining(", "))
                            + ". Use one of these, or have a partner-admin add it.");
        }
    }

    private static boolean matches(List<HostPattern> allowed, String host) {
        return allowed.stream().anyMatch(pattern -> pattern.matches(host));
    }

    private static Optional<String> host(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getHost());
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // whoever reaches for it says what is wrong with it
        }
    }

    static String words(Set<HostPattern> hosts) {
        return hosts.isEmpty()
                ? "every host in reach"
                : hosts.stream().map(HostPattern::value).sorted().collect(Collectors.joining(", "));
    }
}
