package io.switchboard.control.policy;

import java.util.Map;

/**
 * What an action touches, as Cedar sees it: entity type and id, with the attributes that policies may read. Values are {@code String},
 * {@code Long}, {@code Boolean} or a {@code Set<String>}. The tenant is not among them: every resource is the caller's tenant's.
 */
public record ResourceRef(String type, String id, Map<String, Object> attributes) {

    public ResourceRef {
        attributes = Map.copyOf(attributes);
    }

    public static ResourceRef of(String type, String id) {
        return new ResourceRef(type, id, Map.of());
    }
}
