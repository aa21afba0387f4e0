package io.switchboard.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

class ProviderLogoutTest {

    private static final String ISSUER = "https://globex.example";

    private final ProviderLogout logout = new ProviderLogout(id -> registration());

    @Test
    void endsTheSessionAtTheProviderThatIssuedTheToken() throws IOException {
        assertThat(target(signedInBy(ISSUER)))
                .startsWith(ISSUER + "/logout?id_token_hint=the-id-token")
                .endsWith("post_logout_redirect_uri=http://localhost/welcome");
    }

    @Test
    void showsNoTokenToAProviderThatDidNotIssueIt() throws IOException {
        assertThat(target(signedInBy("https://old.example"))).isEqualTo("/welcome");
    }

    private String target(Authentication authentication) throws IOException {
        var response = new MockHttpServletResponse();
        try {
            logout.onLogoutSuccess(new MockHttpServletRequest("POST", "/logout"), response, authentication);
        } catch (jakarta.servlet.ServletException e) {
            throw new IOException(e);
        }
        return String.valueOf(response.getRedirectedUrl());
    }

    private static Authentication signedInBy(String issuer) {
        var token = new OidcIdToken(
                "the-id-token", Instant.EPOCH, Instant.EPOCH.plusSeconds(60), Map.of("iss", issuer, "sub", "grace"));
        return new OAuth2AuthenticationToken(new DefaultOidcUser(List.of(), token), List.of(), "globex");
    }

    private static ClientRegistration registration() {
        return ClientRegistration.withRegistrationId("globex")
                .clientId("client")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/globex")
                .issuerUri(ISSUER)
                .authorizationUri(ISSUER + "/authorize")
                .tokenUri(ISSUER + "/token")
                .providerConfigurationMetadata(Map.of("end_session_endpoint", ISSUER + "/logout"))
                .build();
    }
}
