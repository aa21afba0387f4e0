package io.switchboard.operations.runbooks.dialect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects an object's members in the order in which the dialect has them; what is empty is left out. */
final class Draft {

    private final Map<String, @Nullable Object> members = new java.util.LinkedHashMap<>();

    Draft put(String name, Optional<?> value) {
        value.ifPresent(present -> members.put(name, present));
        return this;
    }

    Draft put(String name, List<?> items) {
        if (!items.isEmpty()) {
            members.put(name, items);
        }
        return this;
    }

    Draft flag(String name, Optional<Boolean> flag) {
        return put(name, flag.filter(Boolean::booleanValue));
    }

    Map<String, @Nullable Object> members() {
        return members;
    }
}
