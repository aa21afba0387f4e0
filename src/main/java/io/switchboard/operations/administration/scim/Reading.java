package io.switchboard.operations.administration.scim;

import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.platform.identity.Condition;
import io.switchboard.platform.identity.Found;
import io.switchboard.platform.identity.GroupField;
import io.switchboard.platform.identity.GroupId;
import io.switchboard.platform.identity.MemberDirectory;
import io.switchboard.platform.identity.MemberField;
import io.switchboard.platform.identity.MemberGroup;
import io.switchboard.platform.identity.MemberGroups;
import io.switchboard.platform.identity.Membership;
import io.switchboard.platform.identity.Window;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Members and groups to look at: authorised each time, without a receipt. */
@Component
class Reading {

    private final PolicyDecisionPoint policy;
    private final MemberDirectory members;
    private final MemberGroups groups;

    Reading(PolicyDecisionPoint policy, MemberDirectory members, MemberGroups groups) {
        this.policy = policy;
        this.members = members;
        this.groups = groups;
    }

    Membership user(Caller caller, String id) {
        require(caller);
        return members.find(caller.tenant(), Source.of(caller), memberId(id)).orElseThrow(ScimFault::notFound);
    }

    Found<Membership> users(Caller caller, Condition<MemberField> condition, Window<MemberField> window) {
        require(caller);
        return members.search(caller.tenant(), Source.of(caller), condition, window);
    }

    MemberGroup group(Caller caller, String id) {
        require(caller);
        return groups.find(caller.tenant(), Source.of(caller), groupId(id)).orElseThrow(ScimFault::notFound);
    }

    Found<MemberGroup> groups(Caller caller, Condition<GroupField> condition, Window<GroupField> window) {
        require(caller);
        return groups.search(caller.tenant(), Source.of(caller), condition, window);
    }

    Map<GroupId, List<MemberGroups.Listed>> members(Caller caller, Collection<MemberGroup> of) {
        return groups.members(caller.tenant(), of.stream().map(MemberGroup::id).toList());
    }

    void requireThere(Caller caller, Operation.Type type, String id) {
        boolean there = switch (type) {
            case USER ->
                members.find(caller.tenant(), Source.of(caller), memberId(id)).isPresent();
            case GROUP ->
                groups.find(caller.tenant(), Source.of(caller), groupId(id)).isPresent();
        };
        if (!there) {
            throw ScimFault.notFound();
        }
    }

    static MemberId memberId(String id) {
        if (!MemberId.isValid(id)) {
            throw ScimFault.notFound();
        }
        return new MemberId(id);
    }

    static GroupId groupId(String id) {
        if (!GroupId.isValid(id)) {
            throw ScimFault.notFound();
        }
        return new GroupId(id);
    }

    private void require(Caller caller) {
        var decision =
                policy.decide(Action.VIEW.of(caller, caller.tenant().value()).request());
        if (!decision.allowed()) {
            throw ScimFault.proven(
                    HttpStatus.FORBIDDEN, "", Outcomes.why(decision), Map.of("rule", Outcomes.rule(decision)));
        }
    }
}
