package io.switchboard.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

class KnownRoutesTest {

    private final KnownRoutes routes = new KnownRoutes(id -> id.equals("globex~candidate") ? registration(id) : null);

    @Test
    void startsALoginWithPkceOnARouteThatLeadsSomewhere() {
        var started = Objects.requireNonNull(routes.resolve(request("/oauth2/authorization/globex~candidate")));
        assertThat(started.getAdditionalParameters()).containsKey("code_challenge");
        assertThat(started.getRedirectUri()).isEqualTo("http://localhost/login/oauth2/code/globex");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/oauth2/authorization/nobody", "/oauth2/authorization/", "/oauth2/authorization", "/globex"})
    void leavesEverythingElseToThePageThatSaysThereIsNothing(String path) {
        assertThat(routes.resolve(request(path))).isNull();
    }

    private static MockHttpServletRequest request(String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        return request;
    }

    private static ClientRegistration registration(String id) {
        return ClientRegistration.withRegistrationId(id)
                .clientId("client")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/globex")
                .scope("openid")
                .authorizationUri("https://globex.example/authorize")
                .tokenUri("https://globex.example/token")
                .build();
    }
}
