package io.switchboard.operations.imports;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which header fills which field of a kind, and the kind's settings, under a name that is the kind's only one in the tenant. {@code mapping} is as in
 * {@link ImportPlan}. How a file is written is not part of it: that is recognised each time.
 */
public record SavedMapping(
        MappingId id, String kind, String name, Map<String, String> mapping, Actor savedBy, Instant savedAt) {

    static final int LONGEST_NAME = 80;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public SavedMapping {
        mapping = Map.copyOf(mapping);
    }

    /** Why nothing can be called so: in the API a name stands where a mapping could, which begins with a brace. */
    static Optional<String> against(String name) {
        boolean right = !name.isBlank()
                && name.length() <= LONGEST_NAME
                && name.equals(name.strip())
                && !name.startsWith("{")
                && name.chars().noneMatch(Character::isISOControl);
        return right
                ? Optional.empty()
                : Optional.of("A mapping's name has 1 to " + LONGEST_NAME
                        + " characters on one line and does not begin with a brace. Choose another name.");
    }

    /** Of what it says, whatever it is called. */
    Sha256 digest() {
        return Sha256.of(JSON.writeValueAsString(new TreeMap<>(mapping)));
    }

    /** A saved mapping beside a file: the columns that it names and the file does not have exactly once. */
    public record Offer(SavedMapping saved, List<String> missing) {

        public boolean fits() {
            return missing.isEmpty();
        }
    }
}
