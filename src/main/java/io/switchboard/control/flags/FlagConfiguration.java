package io.switchboard.control.flags;

import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.OpenFeatureAPI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** OpenFeature as the rest of the portal asks it: {@code client.getBooleanValue("new-diff", false, new ImmutableContext(tenant.value()))}. */
@Configuration(proxyBeanMethods = false)
class FlagConfiguration {

    /** An instance of our own, not the one that a whole JVM shares. */
    @Bean(destroyMethod = "shutdown")
    OpenFeatureAPI openFeature(KnownFlags known) {
        var api = OpenFeatureAPI.createIsolated();
        known.refresh();
        api.setProviderAndWait(new FlagProvider(known));
        return api;
    }

    @Bean
    Client featureFlags(OpenFeatureAPI api) {
        return api.getClient();
    }
}
