package io.switchboard.browserless;

import io.switchboard.DemoTenants;
import io.switchboard.embedded.TestDatabase;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a test's portal a database and a master key of its own, and the demo tenants. Their provider does not exist: nobody signs in by it. */
final class DemoPortal implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext portal) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + TestDatabase.freshUrl(),
                        "spring.datasource.username=root",
                        "vaadin.productionMode=true",
                        "switchboard.outbound.networks=public,loopback",
                        "switchboard.master-key=" + masterKey())
                .applyTo(portal);
        portal.addApplicationListener(new Seed());
    }

    private static String masterKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static final class Seed implements ApplicationListener<ApplicationReadyEvent> {

        @Override
        public void onApplicationEvent(ApplicationReadyEvent ready) {
            new DemoTenants(ready.getApplicationContext()).seed("https://provider.example");
        }
    }
}
