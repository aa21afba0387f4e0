package io.switchboard.platform.identity;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.tenancy.Tenants;
import io.switchboard.platform.web.ApiDoors;
import io.switchboard.platform.web.SecurityHeaders;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** Three doors: bearer tokens for the API, secure links and trust centres for strangers, OIDC sessions for people. Everything not named is denied or asks for a sign-in. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    private static final SecurityHeaders HEADERS = new SecurityHeaders();
    private static final ApiDoors DOORS = new ApiDoors();
    private static final Customizer<ExceptionHandlingConfigurer<HttpSecurity>> API_DOORS =
            handling -> handling.authenticationEntryPoint(DOORS).accessDeniedHandler(DOORS);

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, AccessTokens tokens) {
        return http.securityMatcher("/api/**", "/scim/**", "/log/**")
                .headers(HEADERS)
                .csrf(csrf -> csrf.disable()) // bearer tokens only, no cookie is read
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers("/api/openapi.json", "/api/schemas/**", "/log/**")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(API_DOORS)
                .oauth2ResourceServer(bearer(tokens))
                .build();
    }

    /** What opens here is the token in the address, or it is meant for anybody; no session is read and none begun. */
    @Bean
    @Order(2)
    SecurityFilterChain links(HttpSecurity http) {
        return http.securityMatcher("/share/**", "/trust/**")
                .headers(HEADERS)
                .csrf(csrf -> csrf.disable()) // no cookie is read
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Health is open to whoever decides about restarts and traffic; the rest is for the platform's own admins, as a client or in a browser. */
    @Bean
    @Order(3)
    SecurityFilterChain actuator(HttpSecurity http, AccessTokens tokens, PlatformAdmins admins) {
        return http.securityMatcher("/actuator/**")
                .headers(HEADERS)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .access(admins))
                .exceptionHandling(API_DOORS)
                .oauth2ResourceServer(bearer(tokens))
                .build();
    }

    private static Customizer<OAuth2ResourceServerConfigurer<HttpSecurity>> bearer(AccessTokens tokens) {
        return server -> server.authenticationManagerResolver(new JwtIssuerAuthenticationManagerResolver(tokens))
                .authenticationEntryPoint(DOORS)
                .accessDeniedHandler(DOORS);
    }

    @Bean
    @Order(4)
    SecurityFilterChain people(
            HttpSecurity http,
            MembershipSuccessHandler success,
            SignInFailureHandler failure,
            RememberedRoute route,
            KnownRoutes routes,
            ProviderLogout logout,
            Tenants tenants) {
        return http.headers(HEADERS)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll() // else an answer with an error has no page
                        .requestMatchers("/themes/**", "/frontend/**", "/.well-known/**", "/*/recover")
                        .permitAll())
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                        (request, response, problem) -> toSignIn(tenants, request, response),
                        AnyRequestMatcher.INSTANCE))
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.logoutSuccessHandler(logout)
                                // An address without a view is the portal's own page, with 404.
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
                // Vaadin's own oauth2LoginPage would put its success handler in the place of ours.
                .oauth2Login(login -> login.loginPage("/welcome")
                        .successHandler(success)
                        .failureHandler(failure)
                        .authorizationEndpoint(endpoint ->
                                endpoint.authorizationRequestRepository(route).authorizationRequestResolver(routes)))
                .build();
    }

    private static void toSignIn(Tenants tenants, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var segment = request.getRequestURI()
                .substring(request.getContextPath().length() + 1)
                .split("/", 2)[0];
        if (Slug.isValid(segment) && tenants.findBySlug(new Slug(segment)).isPresent()) {
            response.sendRedirect(request.getContextPath() + "/oauth2/authorization/" + segment);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
