package io.switchboard.insight.assurance;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.receipts.BundleRequest;
import io.switchboard.control.receipts.BundleScope;
import io.switchboard.control.receipts.EvidenceBundles;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Slug;
import io.switchboard.operations.imports.CommittedImports;
import io.switchboard.platform.documents.DocumentRenderer;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.identity.RolesNow;
import io.switchboard.platform.identity.TestMembers;
import io.switchboard.platform.observability.CommittedCounts;
import io.switchboard.platform.observability.Correlations;
import io.switchboard.platform.observability.FixedCorrelations;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.signing.TrustRoot;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.Tenants;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Assurance with everything it stands on, on a real database and on a clock that stands still. */
final class AssuranceKit implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-21T14:02:00Z");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    AssuranceKit() {
        this(TestDatabase.migrated("tenancy", "signing", "identity", "policy", "receipts", "imports", "assurance"));
    }

    private AssuranceKit(DataSource database) {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of("switchboard.master-key", Base64.getEncoder().encodeToString(key))));
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(database));
        context.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
        context.registerBean(
                Members.class, () -> TestMembers.on(JdbcClient.create(database), Clock.fixed(NOW, ZoneOffset.UTC)));
        context.registerBean(Correlations.class, () -> new FixedCorrelations());
        context.registerBean(MeterRegistry.class, () -> new SimpleMeterRegistry());
        context.addBeanFactoryPostProcessor(AssuranceKit::makeOnlyWhatIsAskedFor);
        context.register(CommittedCounts.class, CommittedImports.class, DocumentRenderer.class, RolesNow.class);
        var scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*\\.(ui|web)\\..*")));
        scanner.scan(
                "io.switchboard.platform.tenancy",
                "io.switchboard.platform.signing",
                "io.switchboard.control.policy",
                "io.switchboard.control.receipts",
                "io.switchboard.control.enforcement",
                "io.switchboard.insight.assurance");
        context.refresh();
    }

    private static void makeOnlyWhatIsAskedFor(ConfigurableListableBeanFactory beans) {
        for (var name : beans.getBeanDefinitionNames()) {
            beans.getBeanDefinition(name).setLazyInit(true);
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    Tenant tenant(String slug, String name) {
        var settings = new TenantSettings(name, "#0b7a5c", Optional.empty(), 365);
        var tenant = bean(Tenants.class).register(new Slug(slug), Plan.PRO, settings);
        bean(KeyRing.class).establish(tenant.id(), tenant.log(), tenant.log().value());
        return tenant;
    }

    /** As the registry has it now. */
    Tenant again(Tenant tenant) {
        return bean(Tenants.class).find(tenant.id()).orElseThrow();
    }

    /** A new member, who holds the role. */
    Caller caller(Tenant tenant, Role role) {
        var name = "m" + UUID.randomUUID();
        var id = bean(Members.class).add(tenant.id(), name, "A", "Member", Set.of(role));
        return new Caller(tenant.id(), Actor.user(id), Set.of(role));
    }

    EnforcementPoint enforcement() {
        return bean(EnforcementPoint.class);
    }

    byte[] rootJwk() {
        return bean(TrustRoot.class).jwk();
    }

    byte[] bundle(Tenant tenant) {
        try (var out = new ByteArrayOutputStream()) {
            bean(EvidenceBundles.class)
                    .write(
                            tenant.id(),
                            tenant.log(),
                            new BundleRequest(BundleScope.EVERYTHING, ReceiptFilter.ALL, NOW),
                            out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
