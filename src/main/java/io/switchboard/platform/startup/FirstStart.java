package io.switchboard.platform.startup;

import io.switchboard.kernel.Role;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.identity.OidcConnection;
import io.switchboard.platform.identity.OidcConnections;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.signing.TrustRoot;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * After the migrations and before the first request: the root key exists and opens under this master key, and so does the tenant
 * {@code platform} with its first platform-admin. Two nodes that start at once end with one of each.
 */
@Component
class FirstStart implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final Environment environment;
    private final TrustRoot root;
    private final Tenants tenants;
    private final KeyRing keys;
    private final OidcConnections connections;
    private final Members members;
    private final TransactionTemplate transaction;

    FirstStart(
            Environment environment,
            TrustRoot root,
            Tenants tenants,
            KeyRing keys,
            OidcConnections connections,
            Members members,
            PlatformTransactionManager transactions) {
        this.environment = environment;
        this.root = root;
        this.tenants = tenants;
        this.keys = keys;
        this.connections = connections;
        this.members = members;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        requireTheMasterKey();
        var settings = new Settings(environment);
        if (!settings.development() && tenants.findBySlug(Tenant.PLATFORM).isEmpty()) {
            StartRefused.where(settings.platform().missing());
            found(settings.platform(), Issuer.discover(settings.platform()));
        }
    }

    private void requireTheMasterKey() {
        LOG.info("Root key fingerprint: {}", root.fingerprint());
        if (!root.opens()) {
            throw new StartRefused("SWITCHBOARD_MASTER_KEY is not the one that the keys in this database were sealed"
                    + " under: start with the key that belongs to it.");
        }
    }

    private void found(PlatformSettings settings, OidcConnection connection) {
        try {
            transaction.executeWithoutResult(_ -> register(settings.admin().orElseThrow(), connection));
        } catch (DuplicateKeyException e) {
            LOG.info("Another node has made the tenant {} in the meantime", Tenant.PLATFORM);
        }
    }

    private void register(String admin, OidcConnection connection) {
        var platform = tenants.register(
                Tenant.PLATFORM, Plan.ENTERPRISE, new TenantSettings("Platform", "#3a3f58", Optional.empty(), 365));
        keys.establish(platform.id(), platform.log(), platform.log().value());
        connections.connect(platform.id(), connection);
        members.add(platform.id(), admin, "", "", Set.of(Role.PLATFORM_ADMIN));
        LOG.info("Made the tenant {}, whose people sign in at {}", Tenant.PLATFORM, connection.issuer());
    }
}
