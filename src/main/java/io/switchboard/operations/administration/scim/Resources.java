package io.switchboard.operations.administration.scim;

import io.switchboard.platform.identity.MemberGroup;
import io.switchboard.platform.identity.MemberGroups;
import io.switchboard.platform.identity.Membership;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Members and groups as resources (RFC 7643, section 4); {@code base} is the address of {@code /scim/v2} that locations begin with. */
record Resources(String base) {

    ObjectNode user(Membership member) {
        var profile = member.profile();
        var user = ScimJson.NODES.objectNode();
        var schemas = user.putArray("schemas").add(Urn.USER);
        user.put("id", member.id().value());
        put(user, "externalId", member.externalId());
        user.put("userName", profile.userName());
        name(user, profile.givenName(), profile.familyName());
        user.put("displayName", profile.shown());
        profile.email()
                .ifPresent(address -> user.putArray("emails")
                        .addObject()
                        .put("value", address)
                        .put("type", "work")
                        .put("primary", true));
        user.put("active", profile.active());
        groups(user, member.groups());
        profile.department().ifPresent(department -> {
            schemas.add(Urn.ENTERPRISE);
            user.putObject(Urn.ENTERPRISE).put("department", department);
        });
        meta(user, "User", location(member), VersionTag.of(member), member.createdAt(), member.updatedAt());
        return user;
    }

    private static void name(ObjectNode user, Optional<String> given, Optional<String> family) {
        if (given.isPresent() || family.isPresent()) {
            var name = user.putObject("name");
            put(name, "givenName", given);
            put(name, "familyName", family);
            name.put("formatted", (given.orElse("") + " " + family.orElse("")).strip());
        }
    }

    private void groups(ObjectNode user, List<Membership.InGroup> groups) {
        if (!groups.isEmpty()) {
            var listed = user.putArray("groups");
            groups.forEach(group -> listed.addObject()
                    .put("value", group.id().value())
                    .put("$ref", base + "/Groups/" + group.id())
                    .put("display", group.displayName())
                    .put("type", "direct"));
        }
    }

    ObjectNode group(MemberGroup group, List<MemberGroups.Listed> members) {
        var json = ScimJson.NODES.objectNode();
        json.putArray("schemas").add(Urn.GROUP);
        json.put("id", group.id().value());
        put(json, "externalId", group.externalId());
        json.put("displayName", group.displayName());
        if (!members.isEmpty()) {
            var listed = json.putArray("members");
            members.forEach(member -> listed.addObject()
                    .put("value", member.id().value())
                    .put("$ref", base + "/Users/" + member.id())
                    .put("display", member.shown())
                    .put("type", "User"));
        }
        meta(json, "Group", location(group), VersionTag.of(group), group.createdAt(), group.updatedAt());
        return json;
    }

    String location(Membership member) {
        return base + "/Users/" + member.id();
    }

    String location(MemberGroup group) {
        return base + "/Groups/" + group.id();
    }

    private static void meta(
            ObjectNode resource, String type, String location, String version, Instant created, Instant updated) {
        resource.putObject("meta")
                .put("resourceType", type)
                .put("created", time(created))
                .put("lastModified", time(updated))
                .put("location", location)
                .put("version", version);
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static void put(ObjectNode node, String name, Optional<String> value) {
        value.ifPresent(text -> node.put(name, text));
    }
}
