package io.switchboard.platform.startup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the first start needs to know to let the first person in. Once the tenant {@code platform} exists, none of it is read again. */
record PlatformSettings(
        Optional<String> issuer, Optional<String> clientId, Optional<String> clientSecret, Optional<String> admin) {

    List<String> missing() {
        var missing = new ArrayList<String>();
        require(missing, issuer, "ISSUER", "the OpenID Connect issuer where the platform's own people sign in");
        require(missing, clientId, "CLIENT_ID", "the portal's client id at that issuer");
        require(missing, clientSecret, "CLIENT_SECRET", "the portal's client secret at that issuer");
        require(missing, admin, "ADMIN", "the user name (preferred_username) of the first platform-admin");
        return missing;
    }

    private static void require(List<String> missing, Optional<String> value, String name, String meaning) {
        if (value.isEmpty()) {
            missing.add("SWITCHBOARD_PLATFORM_" + name + " is missing: this database is new, so set it to " + meaning
                    + ".");
        }
    }

    @Override
    public String toString() {
        return "PlatformSettings[" + issuer + ", " + clientId + "]";
    }
}
