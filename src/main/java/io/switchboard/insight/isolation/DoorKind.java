package io.switchboard.insight.isolation;

import java.util.List;

/** What may be expected of a door. */
enum DoorKind {
    /** A view: for people in a browser. A service client is sent away, whatever it asks for. */
    VIEW("sent to sign in, or nothing there"),
    /** Names a thing of a tenant: to the other one it is not there. */
    THING("404"),
    /** Lists what the asking tenant has: nothing of the other's is in it. */
    LIST("nothing of the other’s"),
    /** Belongs to the tenant platform: to any other there is nothing. */
    PLATFORM("404 or 403"),
    /** Names nothing of a tenant, or is open to whoever holds what the address says. */
    OPEN("not asked");

    private static final List<String> OPEN_DOORS = List.of(
            "/{tenant}/recover",
            "/share/{tenant}/{token}",
            "/trust/{tenant}",
            "/trust/{tenant}/accent.css",
            "/trust/{tenant}/{token}",
            "/trust/{tenant}/{token}/terms",
            "/trust/{tenant}/{token}/documents/{document}",
            "/log/{log}/**",
            "/scim/v2/Schemas/{id}",
            "/scim/v2/ResourceTypes/{id}");

    /** Among the platform's flags, what is on for whoever asks. */
    private static final String FOR_ANY_TENANT = "/api/flags/evaluations";

    private static final List<String> OF_THE_PLATFORM = List.of(
            "/api/board",
            "/api/flags",
            "/api/policy/",
            "/api/roadmap",
            "/api/success/tenants",
            "/api/isolation",
            "/api/drills");

    private final String expected;

    DoorKind(String expected) {
        this.expected = expected;
    }

    String expected() {
        return expected;
    }

    static DoorKind of(Door door) {
        if (door.isView()) {
            return VIEW;
        }
        if (OPEN_DOORS.contains(door.path())) {
            return OPEN;
        }
        if (!FOR_ANY_TENANT.equals(door.path())
                && OF_THE_PLATFORM.stream().anyMatch(prefix -> door.path().startsWith(prefix))) {
            return door.reads() || door.namesThings() ? PLATFORM : OPEN;
        }
        if (door.namesThings()) {
            return THING;
        }
        return door.reads() && door.path().startsWith("/api/") ? LIST : OPEN;
    }
}
