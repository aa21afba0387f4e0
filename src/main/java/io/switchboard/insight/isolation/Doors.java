package io.switchboard.insight.isolation;

import java.util.List;

/** Where the doors are known from; the portal's registries, or what a test plants. */
interface Doors {

    List<Door> all();

    /** Whether it is a view that only the tenant {@code platform} has. */
    default boolean isOfPlatform(Door door) {
        return false;
    }
}
