package io.switchboard.platform.identity;

import io.switchboard.kernel.Slug;
import java.util.Arrays;
import java.util.Optional;

/** Through which connection somebody comes to a tenant; as a registration id of Spring Security {@code globex} or {@code globex~candidate}. */
record SignInRoute(Slug tenant, Way way) {

    /** The tenant's usual connection, the one that is tried out, or the platform's as the way back in. */
    enum Way {
        USUAL(""),
        CANDIDATE("~candidate"),
        RECOVERY("~recovery");

        private final String suffix;

        Way(String suffix) {
            this.suffix = suffix;
        }
    }

    static Optional<SignInRoute> parse(String registrationId) {
        int tilde = registrationId.indexOf('~');
        var slug = tilde < 0 ? registrationId : registrationId.substring(0, tilde);
        var suffix = registrationId.substring(slug.length());
        return Arrays.stream(Way.values())
                .filter(way -> way.suffix.equals(suffix) && Slug.isValid(slug))
                .findFirst()
                .map(way -> new SignInRoute(new Slug(slug), way));
    }

    String registrationId() {
        return tenant.value() + way.suffix;
    }

    /** Where a browser starts this sign-in. */
    String path() {
        return "/oauth2/authorization/" + registrationId();
    }
}
