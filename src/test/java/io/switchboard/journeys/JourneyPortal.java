package io.switchboard.journeys;

import io.switchboard.DemoTenants;
import io.switchboard.Switchboard;
import io.switchboard.embedded.TestDatabase;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import provider.EmbeddedProvider;

/**
 * The portal as people meet it, with its provider and its database, on free ports; runs side by side do not meet. The provider starts second,
 * because it has to know where the portal sends people back to, and its address goes into the demo tenants last.
 */
public final class JourneyPortal implements AutoCloseable {

    private final ConfigurableApplicationContext portal;
    private final ConfigurableApplicationContext provider;

    private JourneyPortal(ConfigurableApplicationContext portal, ConfigurableApplicationContext provider) {
        this.portal = portal;
        this.provider = provider;
    }

    public static JourneyPortal start() {
        var portal = new SpringApplication(Switchboard.class)
                .run(
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--vaadin.productionMode=true", // the build's own mark of it ends with the build
                        "--spring.datasource.url=" + TestDatabase.freshUrl(),
                        "--spring.datasource.username=root",
                        "--switchboard.outbound.networks=public,loopback",
                        "--switchboard.master-key=" + masterKey());
        var provider = EmbeddedProvider.start(0, address(portal));
        new DemoTenants(portal).seed(address(provider));
        return new JourneyPortal(portal, provider);
    }

    /** Scheme, host and port, without a slash at the end. */
    public String address() {
        return address(portal);
    }

    /** A tenant's issuer at the provider. */
    public String issuer(String tenant) {
        return address(provider) + "/" + tenant;
    }

    /** An access token of the client {@code acme-automation} (RFC 6749 section 4.4), for the API. */
    public String accessToken() {
        return accessToken("acme-automation");
    }

    /** An access token of one of the demo's clients, whose secret is its name. */
    public String accessToken(String client) {
        return String.valueOf(RestClient.create()
                .post()
                .uri(address(provider) + "/oauth2/token")
                .headers(headers -> headers.setBasicAuth(client, client))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("grant_type=client_credentials")
                .retrieve()
                .requiredBody(Map.class)
                .get("access_token"));
    }

    /** A bean of the portal, for what a journey needs to find already there. */
    public <T> T bean(Class<T> type) {
        return portal.getBean(type);
    }

    /** Everything that the portal is made of. */
    public ApplicationContext context() {
        return portal;
    }

    <T> T bean(String name, Class<T> type) {
        return portal.getBean(name, type);
    }

    @Override
    public void close() {
        provider.close();
        portal.close();
    }

    private static String address(ConfigurableApplicationContext started) {
        var server = ((WebServerApplicationContext) started).getWebServer();
        return "http://localhost:" + (server == null ? 0 : server.getPort());
    }

    private static String masterKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
