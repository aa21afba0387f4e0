package io.switchboard.operations.administration.scim;

import io.switchboard.kernel.MemberId;
import io.switchboard.platform.identity.MemberGroup;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a client wants a group to be. */
record GroupWrite(String displayName, Optional<String> externalId, Set<MemberId> members) {

    static final int NAME = 200;
    static final int EXTERNAL = 255;

    GroupWrite {
        members = Set.copyOf(members);
    }

    static GroupWrite of(MemberGroup group, Set<MemberId> members) {
        return new GroupWrite(group.displayName(), group.externalId(), members);
    }

    static GroupWrite of(ObjectNode resource) {
        return new GroupWrite(
                name(resource.path("displayname")),
                Values.text(resource.path("externalid"), "externalId", EXTERNAL),
                members(resource.path("members")));
    }

    static String name(JsonNode value) {
        return Values.text(value, "displayName", NAME)
                .orElseThrow(() -> ScimFault.value("The attribute displayName is missing. Every group has one."));
    }

    /** Ids of members, each an object with a value or just the value. Groups in groups are not kept here, so they are refused. */
    static Set<MemberId> members(JsonNode value) {
        var ids = new LinkedHashSet<MemberId>();
        for (var member : listed(value)) {
            if (member.path("type").asString("").equalsIgnoreCase("group")) {
                throw ScimFault.value("A group has users as its members and no groups. Put the users in.");
            }
            ids.add(member(reference(member)));
        }
        return ids;
    }

    static String reference(JsonNode member) {
        return (member.isObject() ? member.path("value") : member).asString("");
    }

    static List<JsonNode> listed(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        return value.isArray() ? value.valueStream().toList() : List.of(value);
    }

    private static MemberId member(String id) {
        if (!MemberId.isValid(id)) {
            throw unknown(id);
        }
        return new MemberId(id);
    }

    static ScimFault unknown(String id) {
        return ScimFault.value("“" + ScimJson.shown(id)
                + "” is no user of this tenant. Create the user first, then put it in by the id it got.");
    }

    Set<MemberId> joining(Set<MemberId> before) {
        var joining = new HashSet<>(members);
        joining.removeAll(before);
        return joining;
    }

    Set<MemberId> leaving(Set<MemberId> before) {
        var leaving = new HashSet<>(before);
        leaving.removeAll(members);
        return leaving;
    }
}
