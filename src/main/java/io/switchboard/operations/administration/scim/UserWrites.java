package io.switchboard.operations.administration.scim;

import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.platform.identity.ExternalIds;
import io.switchboard.platform.identity.ManagedBy;
import io.switchboard.platform.identity.MemberDirectory;
import io.switchboard.platform.identity.Membership;
import io.switchboard.platform.identity.Profile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Writes of members. What a write comes to is worked out on the member as it is, to ask policy about the right thing, and again on the locked row; where
 * that asks for something else meanwhile, nothing happens. A write takes the member over from whoever managed it, and its receipt says from whom.
 */
@Component
class UserWrites {

    private final MemberDirectory members;
    private final ExternalIds externalIds;

    UserWrites(MemberDirectory members, ExternalIds externalIds) {
        this.members = members;
        this.externalIds = externalIds;
    }

    Write create(Caller caller, UserWrite wanted) {
        return Write.of(Action.PROVISION.of(caller, caller.tenant().value()), () -> created(caller, wanted));
    }

    Write update(Caller caller, MemberId id, UnaryOperator<UserWrite> edit, Optional<String> ifMatch) {
        var before = members.find(caller.tenant(), Source.of(caller), id).orElseThrow(ScimFault::notFound);
        var action = action(before, edit.apply(UserWrite.of(before)));
        return Write.of(action.of(caller, id.value()), () -> updated(caller, id, edit, ifMatch, action));
    }

    Write remove(Caller caller, MemberId id, Optional<String> ifMatch) {
        var seen = members.find(caller.tenant(), Source.of(caller), id).orElseThrow(ScimFault::notFound);
        return Write.of(Action.REMOVE.of(caller, id.value()), () -> removed(caller, seen, ifMatch));
    }

    private static Action action(Membership before, UserWrite wanted) {
        return before.profile().active() && !wanted.profile().active() ? Action.DEACTIVATE : Action.UPDATE;
    }

    private Effect<Written> created(Caller caller, UserWrite wanted) {
        var id = Expected.unique("userName", () -> members.add(caller.tenant(), wanted.profile(), ManagedBy.SCIM));
        if (wanted.externalId().isPresent()) {
            name(caller, id, wanted);
        }
        var now = read(caller, id);
        var nothing = new UserWrite(
                new Profile(
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        wanted.profile().active()),
                Optional.empty());
        var changes = new ChangeList(
                Action.PROVISION.wire(), wanted.changesFrom(nothing), List.of(), List.of(), 0, 0, Shift.NONE);
        return effect(now, new Written.User(now, true, changes), Map.of());
    }

    private Effect<Written> updated(
            Caller caller, MemberId id, UnaryOperator<UserWrite> edit, Optional<String> ifMatch, Action decided) {
        var before = members.lock(caller.tenant(), Source.of(caller), id).orElseThrow(ScimFault::notFound);
        Expected.version(ifMatch, VersionTag.of(before));
        var is = UserWrite.of(before);
        var wanted = edit.apply(is);
        if (action(before, wanted) != decided) {
            throw changedMeanwhile();
        }
        var changes = changes(decided, before, wanted);
        if (!changes.changes().isEmpty() || before.managedBy() != ManagedBy.SCIM) {
            write(caller, id, is, wanted);
        }
        var now = read(caller, id);
        return effect(now, new Written.User(now, false, changes), takeover(before));
    }

    private static ScimFault changedMeanwhile() {
        return ScimFault.of(
                HttpStatus.CONFLICT, "The user changed at the same moment. Read it again and repeat the change.");
    }

    private void write(Caller caller, MemberId id, UserWrite is, UserWrite wanted) {
        Expected.unique("userName", () -> {
            members.write(caller.tenant(), id, wanted.profile(), ManagedBy.SCIM);
            return id;
        });
        if (!is.externalId().equals(wanted.externalId())) {
            name(caller, id, wanted);
        }
    }

    private void name(Caller caller, MemberId id, UserWrite wanted) {
        Expected.unique("externalId", () -> {
            externalIds.set(caller.tenant(), Source.of(caller), id, wanted.externalId());
            return id;
        });
    }

    private Effect<Written> removed(Caller caller, Membership seen, Optional<String> ifMatch) {
        var before = members.lock(caller.tenant(), Source.of(caller), seen.id(), seen.groups())
                .orElseThrow(ScimFault::notFound);
        Expected.version(ifMatch, VersionTag.of(before));
        if (!seen.groups().containsAll(before.groups())) {
            throw changedMeanwhile(); // a group that was not locked first would be waited for in the wrong order
        }
        members.remove(caller.tenant(), before);
        boolean active = before.profile().active();
        var changes = new ChangeList(
                Action.REMOVE.wire(),
                List.of(),
                List.of(),
                lost(before, !active),
                0,
                active ? 1 : 0,
                Shift.from(before));
        return effect(before, new Written.Gone(changes), takeover(before));
    }

    /** Who is deactivated loses what they could do, and who comes back gets it again. */
    private static ChangeList changes(Action action, Membership before, UserWrite wanted) {
        boolean goes = before.profile().active() && !wanted.profile().active();
        boolean comes = !before.profile().active() && wanted.profile().active();
        return new ChangeList(
                action.wire(),
                wanted.changesFrom(UserWrite.of(before)),
                comes ? List.copyOf(before.roles()) : List.of(),
                goes ? List.copyOf(before.roles()) : List.of(),
                goes ? 1 : 0,
                0,
                Shift.between(before, wanted.profile().active()));
    }

    private static List<Role> lost(Membership before, boolean nothing) {
        return nothing ? List.of() : List.copyOf(before.roles());
    }

    private Membership read(Caller caller, MemberId id) {
        return members.find(caller.tenant(), Source.of(caller), id).orElseThrow();
    }

    private static Map<String, Object> takeover(Membership before) {
        return before.managedBy() == ManagedBy.SCIM
                ? Map.of()
                : Map.of("takenOverFrom", before.managedBy().wire());
    }

    private static Effect<Written> effect(Membership member, Written written, Map<String, Object> more) {
        var facts = new HashMap<String, Object>(more);
        facts.put("source", ManagedBy.SCIM.wire());
        facts.put("changed", written.changes().names());
        facts.put("rolesLost", (long) written.changes().lost().size());
        facts.put("rolesGained", (long) written.changes().gained().size());
        var disclosures = new HashMap<>(Map.of("user", member.profile().userName()));
        written.changes()
                .changes()
                .forEach(change ->
                        disclosures.put(change.attribute(), change.after().orElse("")));
        return Effect.of(written, Subject.atVersion("Membership", member.id().value(), member.version()))
                .withFacts(facts)
                .withDisclosures(disclosures);
    }
}
