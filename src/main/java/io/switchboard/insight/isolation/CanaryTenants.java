package io.switchboard.insight.isolation;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.identity.CanaryTokens;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.identity.ServiceClients;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.Tenants;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The two canaries, made before the first run. Each has a member that no identity provider knows, so that nobody can sign in as it, and a service client whose tokens only the node that runs the probes can make.
 * They have every plan's doors, so their plan is the largest.
 */
@Component
class CanaryTenants {

    private static final Logger LOG = LoggerFactory.getLogger(CanaryTenants.class);
    private static final String MEMBER = "canary";
    private static final Set<Role> ROLES = Set.of(Role.PARTNER_ADMIN, Role.OPERATOR);

    private final Tenants tenants;
    private final KeyRing keys;
    private final Members members;
    private final ServiceClients clients;
    private final CanaryThings things;
    private final TransactionTemplate transaction;

    CanaryTenants(
            Tenants tenants,
            KeyRing keys,
            Members members,
            ServiceClients clients,
            CanaryThings things,
            PlatformTransactionManager transactions) {
        this.tenants = tenants;
        this.keys = keys;
        this.members = members;
        this.clients = clients;
        this.things = things;
        this.transaction = new TransactionTemplate(transactions);
    }

    List<Canary> both() {
        return Tenant.CANARIES.stream().map(this::canary).toList();
    }

    private Canary canary(Slug slug) {
        var tenant = tenants.findBySlug(slug).orElseGet(() -> made(slug));
        var member = members.findByUserName(tenant.id(), MEMBER).orElseThrow();
        var owner = new Caller(tenant.id(), Actor.user(member.id()), member.roles());
        var client = clients.find(CanaryTokens.ISSUER, slug.value()).orElseThrow();
        return new Canary(tenant, owner, client, things.of(owner));
    }

    private Tenant made(Slug slug) {
        try {
            transaction.executeWithoutResult(_ -> register(slug));
        } catch (DuplicateKeyException e) {
            LOG.info("Another node has made the tenant {} in the meantime", slug);
        }
        return tenants.findBySlug(slug).orElseThrow();
    }

    private void register(Slug slug) {
        var name = "Canary " + slug.value().substring(slug.value().length() - 1).toUpperCase(Locale.ROOT);
        var tenant =
                tenants.register(slug, Plan.ENTERPRISE, new TenantSettings(name, "#3a3f58", Optional.empty(), 365));
        keys.establish(tenant.id(), tenant.log(), tenant.log().value());
        members.add(tenant.id(), MEMBER, "", "", ROLES);
        clients.register(
                new Caller(tenant.id(), Actor.service(slug.value()), ROLES), CanaryTokens.ISSUER, slug.value(), "");
    }
}
