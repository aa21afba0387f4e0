package io.switchboard.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.kernel.Slug;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInRouteTest {

    @ParameterizedTest
    @EnumSource
    void readsBackWhatItWrote(SignInRoute.Way way) {
        var route = new SignInRoute(new Slug("globex"), way);
        assertThat(SignInRoute.parse(route.registrationId())).contains(route);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "~candidate", "login", "globex~", "globex~admin", "globex~candidate~recovery", "Globex"})
    void knowsNoOtherRoute(String registrationId) {
        assertThat(SignInRoute.parse(registrationId)).isEmpty();
    }

    @Test
    void givesAllRoutesOfATenantOneAddressToComeBackTo() {
        assertThat(SignInAddresses.redirect(new Slug("globex"))).isEqualTo("/login/oauth2/code/globex");
        assertThat(SignInAddresses.testLogin(new Slug("globex"))).isEqualTo("/oauth2/authorization/globex~candidate");
    }
}
