package io.switchboard.operations.administration.scim;

import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;

/** The governed actions on members and groups. */
enum Action {
    VIEW("members.view", "Tenant"),
    PROVISION("members.provision", "Membership"),
    UPDATE("members.update", "Membership"),
    DEACTIVATE("members.deactivate", "Membership"),
    REMOVE("members.remove", "Membership"),
    REHEARSE("members.rehearse", "Tenant"),
    CREATE_GROUP("groups.create", "Group"),
    UPDATE_GROUP("groups.update", "Group"),
    REMOVE_GROUP("groups.remove", "Group");

    private final String wire;
    private final String resource;

    Action(String wire, String resource) {
        this.wire = wire;
        this.resource = resource;
    }

    String wire() {
        return wire;
    }

    GovernedAction of(Caller caller, String resourceId) {
        return GovernedAction.of(caller, new ActionId(wire), ResourceRef.of(resource, resourceId));
    }
}
