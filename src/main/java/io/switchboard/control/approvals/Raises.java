package io.switchboard.control.approvals;

import io.switchboard.kernel.MemberId;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Members' ids as a column holds them. */
final class Raises {

    private static final JsonMapper JSON = new JsonMapper();

    private Raises() {}

    static String text(Collection<MemberId> members) {
        return JSON.writeValueAsString(
                members.stream().map(MemberId::value).sorted().toList());
    }

    static Set<MemberId> read(String text) {
        return Stream.of(JSON.readValue(text, String[].class))
                .map(MemberId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
