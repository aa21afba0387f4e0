package io.switchboard.operations.administration.scim;

import io.switchboard.kernel.MemberId;
import io.switchboard.operations.administration.scim.PatchRequest.Operation;
import io.switchboard.operations.administration.scim.PatchRequest.Verb;
import io.switchboard.operations.administration.scim.filter.Filter;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Operations on a group, in their order. A remove of members that names some, by filter or by value, takes out those only; it takes out all only where it
 * names none. Removing whom the group does not have changes nothing.
 */
final class GroupPatch {

    private String displayName;
    private Optional<String> externalId;
    private final Set<MemberId> members;

    private GroupPatch(GroupWrite group) {
        this.displayName = group.displayName();
        this.externalId = group.externalId();
        this.members = new LinkedHashSet<>(group.members());
    }

    static GroupWrite applied(PatchRequest request, GroupWrite group) {
        var patch = new GroupPatch(group);
        request.operations().forEach(patch::apply);
        return new GroupWrite(patch.displayName, patch.externalId, patch.members);
    }

    private void apply(Operation operation) {
        PatchRequest.ServerWritten.refuse(Optional.of(operation.path()));
        var attribute = operation.path().attribute();
        if (attribute.foreign() || attribute.enterprise()) {
            return;
        }
        switch (attribute.name()) {
            case "displayname" -> displayName = displayName(operation);
            case "externalid" ->
                externalId = operation.verb() == Verb.REMOVE
                        ? Optional.empty()
                        : Values.text(operation.value(), "externalId", GroupWrite.EXTERNAL);
            case "members" -> members(operation);
            default -> {}
        }
    }

    private static String displayName(Operation operation) {
        if (operation.verb() == Verb.REMOVE) {
            throw ScimFault.bad("mutability", "A group has a displayName always. Replace it instead of removing it.");
        }
        return GroupWrite.name(operation.value());
    }

    private void members(Operation operation) {
        var filter = operation.path().values();
        switch (operation.verb()) {
            case REMOVE -> filter.ifPresentOrElse(this::removeWhere, () -> remove(operation));
            case ADD ->
                members.addAll(filter.map(GroupPatch::named).orElseGet(() -> GroupWrite.members(operation.value())));
            case REPLACE -> {
                filter.ifPresentOrElse(this::removeWhere, members::clear);
                members.addAll(GroupWrite.members(operation.value()));
            }
        }
    }

    private static Set<MemberId> named(Filter filter) {
        var ids = Matching.ids(filter)
                .orElseThrow(
                        () -> ScimFault.bad("noTarget", "Members are added by their ids: send them as the value."));
        return GroupWrite.members(ScimJson.NODES
                .arrayNode()
                .addAll(ids.stream().map(ScimJson.NODES::stringNode).toList()));
    }

    private void removeWhere(Filter filter) {
        members.removeIf(
                member -> Matching.test(filter, ScimJson.NODES.objectNode().put("value", member.value())));
    }

    private void remove(Operation operation) {
        var named = GroupWrite.listed(operation.value());
        if (named.isEmpty() && operation.value().isArray()) {
            return;
        }
        if (named.isEmpty()) {
            members.clear();
        }
        named.forEach(member -> members.removeIf(is -> is.value().equals(GroupWrite.reference(member))));
    }
}
