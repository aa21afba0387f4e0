package provider;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * An OpenID provider for development and tests: an issuer for each tenant ({@code /acme}), the demo people with their user name as password.
 * It starts after the portal, with a cookie of its own, since cookies ignore ports.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "com.vaadin.flow.spring.SpringBootAutoConfiguration",
            "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
            "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration",
            "org.springframework.modulith.events.config.EventPublicationAutoConfiguration",
            "org.springframework.modulith.runtime.autoconfigure.SpringModulithRuntimeAutoConfiguration"
        })
public class EmbeddedProvider {

    private static final List<String> PEOPLE = List.of(
            "ada",
            "otto",
            "nina",
            "eve",
            "grace",
            "otis",
            "gus",
            "ian",
            "mia",
            "pam",
            "root",
            "fay",
            "olga",
            "stranger");

    /** Starts on {@code port} (0 for a free one) for a portal at {@code portal}. */
    public static ConfigurableApplicationContext start(int port, String portal) {
        return new SpringApplication(EmbeddedProvider.class)
                .run(
                        "--spring.config.name=provider",
                        "--server.address=127.0.0.1",
                        "--server.port=" + port,
                        "--server.servlet.session.cookie.name=PROVIDER",
                        "--logging.level.root=WARN",
                        "--springdoc.api-docs.enabled=false",
                        "--portal=" + portal);
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) {
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(Customizer.withDefaults());
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain login(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(Customizer.withDefaults())
                .build();
    }

    @Bean
    AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder()
                .multipleIssuersAllowed(true)
                .build();
    }

    @Bean
    UserDetailsService people() {
        return new InMemoryUserDetailsManager(PEOPLE.stream()
                .map(name -> User.withUsername(name)
                        .password("{noop}" + name)
                        .roles("PERSON")
                        .build())
                .toList());
    }

    @Bean
    RegisteredClientRepository clients(@Value("${portal}") String portal) {
        return new InMemoryRegisteredClientRepository(portal(portal), automation("acme"), automation("platform"));
    }

    private static RegisteredClient portal(String portal) {
        return RegisteredClient.withId(UUID.randomUUID().toString())
                .clientId("switchboard")
                .clientSecret("{noop}switchboard")
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> List.of("acme", "globex", "initech", "platform")
                        .forEach(slug -> uris.add(portal + "/login/oauth2/code/" + slug)))
                .postLogoutRedirectUri(portal + "/welcome")
                .scope("openid")
                .scope("profile")
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .build();
    }

    private static RegisteredClient automation(String tenant) {
        return RegisteredClient.withId(UUID.randomUUID().toString())
                .clientId(tenant + "-automation")
                .clientSecret("{noop}" + tenant + "-automation")
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return context -> {
            if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                context.getClaims().audience(List.of("switchboard-api"));
                if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
                    context.getClaims()
                            .claim(
                                    "tenant",
                                    context.getRegisteredClient().getClientId().replaceFirst("-automation$", ""));
                }
            } else {
                context.getClaims()
                        .claim(
                                "preferred_username",
                                Objects.requireNonNull(context.<Authentication>getPrincipal())
                                        .getName());
            }
        };
    }
}
