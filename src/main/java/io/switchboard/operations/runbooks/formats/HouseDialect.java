package io.switchboard.operations.runbooks.formats;

import io.switchboard.operations.runbooks.dialect.Problems;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The portal's own dialect. */
final class HouseDialect implements Dialect {

    @Override
    public String id() {
        return "house";
    }

    @Override
    public String title(boolean one) {
        return one ? "runbook of this portal's dialect" : "runbooks of this portal's dialect";
    }

    @Override
    public boolean recognises(Map<String, @Nullable Object> document) {
        return document.containsKey("runbook") || document.containsKey("steps");
    }

    @Override
    public Translation translate(Map<String, @Nullable Object> document, Problems problems) {
        return Translation.of(document);
    }
}
