package io.switchboard.operations.administration.scim;

import io.switchboard.platform.identity.Membership;
import io.switchboard.platform.identity.Profile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a client wants a member to be. Read from a resource with names in lower case; attributes that are not kept here are passed over. */
record UserWrite(Profile profile, Optional<String> externalId) {

    private static final int NAME = 128;
    private static final int DISPLAY = 200;
    private static final int ADDRESS = 254;
    private static final int EXTERNAL = 255;

    static final String ENTERPRISE = Urn.ENTERPRISE.toLowerCase(java.util.Locale.ROOT);

    static UserWrite of(Membership member) {
        return new UserWrite(member.profile(), member.externalId());
    }

    /** {@code activeUnlessSaid}: what a resource without {@code active} means, which for somebody deactivated is that they stay so. */
    static UserWrite of(ObjectNode resource, boolean activeUnlessSaid) {
        var name = part(resource, "name");
        return new UserWrite(
                new Profile(
                        Values.text(resource.path("username"), "userName", NAME)
                                .orElseThrow(() ->
                                        ScimFault.value("The attribute userName is missing. Every user has one.")),
                        Values.text(name.path("givenname"), "name.givenName", NAME),
                        Values.text(name.path("familyname"), "name.familyName", NAME),
                        Values.text(resource.path("displayname"), "displayName", DISPLAY),
                        email(resource.path("emails")),
                        Values.text(part(resource, ENTERPRISE).path("department"), "department", NAME),
                        Values.truth(resource.path("active"), "active").orElse(activeUnlessSaid)),
                Values.text(resource.path("externalid"), "externalId", EXTERNAL));
    }

    private static JsonNode part(ObjectNode resource, String name) {
        var part = resource.path(name);
        if (part.isMissingNode() || part.isNull() || part.isObject()) {
            return part;
        }
        throw ScimFault.value("The attribute " + name + " has parts: send an object.");
    }

    /** One address is kept: the primary one, else that for work, else the first. */
    private static Optional<String> email(JsonNode emails) {
        var all = emails.isArray()
                ? emails.valueStream().toList()
                : emails.isMissingNode() || emails.isNull() ? List.<JsonNode>of() : List.of(emails);
        return all.stream()
                .sorted(Comparator.comparingInt(UserWrite::rank))
                .flatMap(email -> address(email).stream())
                .findFirst();
    }

    private static Optional<String> address(JsonNode email) {
        return Values.text(email.isObject() ? email.path("value") : email, "emails.value", ADDRESS);
    }

    private static int rank(JsonNode email) {
        boolean primary = Values.truth(email.path("primary"), "emails.primary").orElse(false);
        return primary ? 0 : email.path("type").asString("").equalsIgnoreCase("work") ? 1 : 2;
    }

    /** The resource that this would be read from, for a PATCH to work on. */
    ObjectNode tree() {
        var tree = ScimJson.NODES.objectNode();
        put(tree, "username", Optional.of(profile.userName()));
        put(tree, "externalid", externalId);
        put(tree, "displayname", profile.displayName());
        tree.put("active", profile.active());
        var name = tree.putObject("name");
        put(name, "givenname", profile.givenName());
        put(name, "familyname", profile.familyName());
        var emails = tree.putArray("emails");
        profile.email()
                .ifPresent(address -> emails.addObject()
                        .put("value", address)
                        .put("type", "work")
                        .put("primary", true));
        put(tree.putObject(ENTERPRISE), "department", profile.department());
        return tree;
    }

    private static void put(ObjectNode node, String name, Optional<String> value) {
        value.ifPresent(text -> node.put(name, text));
    }

    /** Attribute, value before, value after, for those that differ. */
    List<ChangeList.Change> changesFrom(UserWrite before) {
        return Stream.of(
                        change("userName", Optional.of(before.profile.userName()), Optional.of(profile.userName())),
                        change("externalId", before.externalId, externalId),
                        change("name.givenName", before.profile.givenName(), profile.givenName()),
                        change("name.familyName", before.profile.familyName(), profile.familyName()),
                        change("displayName", before.profile.displayName(), profile.displayName()),
                        change("emails", before.profile.email(), profile.email()),
                        change("department", before.profile.department(), profile.department()),
                        change("active", truth(before), truth(this)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> truth(UserWrite user) {
        return Optional.of(String.valueOf(user.profile.active()));
    }

    private static Optional<ChangeList.Change> change(String name, Optional<String> before, Optional<String> after) {
        return before.equals(after) ? Optional.empty() : Optional.of(new ChangeList.Change(name, before, after));
    }
}
