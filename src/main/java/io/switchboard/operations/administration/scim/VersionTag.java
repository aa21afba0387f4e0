package io.switchboard.operations.administration.scim;

import io.switchboard.kernel.Sha256;
import io.switchboard.platform.identity.MemberGroup;
import io.switchboard.platform.identity.Membership;
import java.util.stream.Collectors;

/** {@code meta.version}, a weak entity tag. A user's is also about the groups that the user shows, whose changes do not count as the user's. */
final class VersionTag {

    private VersionTag() {}

    static String of(Membership member) {
        var groups = member.groups().stream()
                .map(group -> group.id().value() + " " + group.displayName())
                .collect(Collectors.joining("\n"));
        return "W/\"" + member.version()
                + (groups.isEmpty() ? "" : "." + Sha256.of(groups).hex().substring(0, 8)) + "\"";
    }

    static String of(MemberGroup group) {
        return "W/\"" + group.version() + "\"";
    }
}
