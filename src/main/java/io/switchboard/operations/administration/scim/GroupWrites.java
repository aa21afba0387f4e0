package io.switchboard.operations.administration.scim;

import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.platform.identity.ExternalIds;
import io.switchboard.platform.identity.GroupId;
import io.switchboard.platform.identity.MemberGroup;
import io.switchboard.platform.identity.MemberGroups;
import io.switchboard.platform.identity.Standings;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes of groups. One that is called like a role grants it to whoever is in it, for as long as they are; any other grants nothing. */
@Component
class GroupWrites {

    /** Members that a receipt names beside the group; of a larger change it has the count. */
    private static final int MOST_SUBJECTS = 50;

    private final MemberGroups groups;
    private final Standings standings;
    private final ExternalIds externalIds;

    GroupWrites(MemberGroups groups, Standings standings, ExternalIds externalIds) {
        this.groups = groups;
        this.standings = standings;
        this.externalIds = externalIds;
    }

    Write create(Caller caller, GroupWrite wanted) {
        return Write.of(Action.CREATE_GROUP.of(caller, caller.tenant().value()), () -> created(caller, wanted));
    }

    Write update(Caller caller, GroupId id, UnaryOperator<GroupWrite> edit, Optional<String> ifMatch) {
        find(caller, id);
        return Write.of(Action.UPDATE_GROUP.of(caller, id.value()), () -> updated(caller, id, edit, ifMatch));
    }

    Write remove(Caller caller, GroupId id, Optional<String> ifMatch) {
        find(caller, id);
        return Write.of(Action.REMOVE_GROUP.of(caller, id.value()), () -> removed(caller, id, ifMatch));
    }

    private MemberGroup find(Caller caller, GroupId id) {
        return groups.find(caller.tenant(), Source.of(caller), id).orElseThrow(ScimFault::notFound);
    }

    private Effect<Written> created(Caller caller, GroupWrite wanted) {
        var role = MemberGroup.grantedBy(wanted.displayName(), wanted.externalId());
        var id = Expected.unique("displayName", () -> groups.add(caller.tenant(), wanted.displayName(), role));
        if (wanted.externalId().isPresent()) {
            name(caller, id, wanted);
        }
        requireMembers(caller, wanted.members());
        var shift = shift(
                caller,
                Optional.empty(),
                role,
                wanted.members(),
                () -> groups.join(caller.tenant(), id, wanted.members()));
        return effect(
                caller, id, true, new Difference(Optional.empty(), role, Set.of(), wanted, Action.CREATE_GROUP, shift));
    }

    private Effect<Written> updated(
            Caller caller, GroupId id, UnaryOperator<GroupWrite> edit, Optional<String> ifMatch) {
        var before = groups.lock(caller.tenant(), Source.of(caller), id).orElseThrow(ScimFault::notFound);
        Expected.version(ifMatch, VersionTag.of(before));
        var inside = groups.memberIds(caller.tenant(), id);
        var is = GroupWrite.of(before, inside);
        var wanted = edit.apply(is);
        var role = MemberGroup.grantedBy(wanted.displayName(), wanted.externalId());
        var all = new HashSet<>(inside);
        all.addAll(wanted.members());
        var shift = shift(caller, before.role(), role, all, () -> {
            if (!wanted.equals(is) || !role.equals(before.role())) {
                write(caller, id, is, wanted, role);
            }
        });
        return effect(
                caller,
                id,
                false,
                new Difference(Optional.of(before), role, inside, wanted, Action.UPDATE_GROUP, shift));
    }

    /** What the write comes to for these members, measured around it; a group that grants nothing before and after shifts nothing. */
    private Shift shift(
            Caller caller, Optional<Role> granted, Optional<Role> grants, Set<MemberId> affected, Runnable write) {
        if (granted.isEmpty() && grants.isEmpty()) {
            write.run();
            return Shift.NONE;
        }
        var before = standings.of(caller.tenant(), affected);
        write.run();
        return new Shift(before, standings.of(caller.tenant(), affected));
    }

    private void write(Caller caller, GroupId id, GroupWrite is, GroupWrite wanted, Optional<Role> role) {
        Expected.unique("displayName", () -> {
            groups.write(caller.tenant(), id, wanted.displayName(), role);
            return id;
        });
        if (!is.externalId().equals(wanted.externalId())) {
            name(caller, id, wanted);
        }
        var joining = wanted.joining(is.members());
        requireMembers(caller, joining);
        groups.leave(caller.tenant(), id, wanted.leaving(is.members()));
        groups.join(caller.tenant(), id, joining);
    }

    private void name(Caller caller, GroupId id, GroupWrite wanted) {
        Expected.unique("externalId", () -> {
            externalIds.set(caller.tenant(), Source.of(caller), id, wanted.externalId());
            return id;
        });
    }

    private void requireMembers(Caller caller, Collection<MemberId> ids) {
        var known = groups.known(caller.tenant(), ids);
        ids.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw GroupWrite.unknown(id.value());
        });
    }

    private Effect<Written> removed(Caller caller, GroupId id, Optional<String> ifMatch) {
        var before = groups.lock(caller.tenant(), Source.of(caller), id).orElseThrow(ScimFault::notFound);
        Expected.version(ifMatch, VersionTag.of(before));
        var inside = groups.memberIds(caller.tenant(), id);
        var shift = shift(caller, before.role(), Optional.empty(), inside, () -> groups.remove(caller.tenant(), id));
        var nobody = new GroupWrite(before.displayName(), before.externalId(), Set.of());
        var difference =
                new Difference(Optional.of(before), Optional.empty(), inside, nobody, Action.REMOVE_GROUP, shift);
        return difference.effect(new Written.Gone(difference.changes()), before);
    }

    private Effect<Written> effect(Caller caller, GroupId id, boolean created, Difference difference) {
        var now = find(caller, id);
        var members = groups.members(caller.tenant(), List.of(id)).getOrDefault(id, List.of());
        return difference.effect(new Written.Group(now, members, created, difference.changes()), now);
    }

    /** What becomes of a group: what it granted to whom before, and what it grants to whom now. */
    private record Difference(
            Optional<MemberGroup> before,
            Optional<Role> role,
            Set<MemberId> inside,
            GroupWrite wanted,
            Action action,
            Shift shift) {

        ChangeList changes() {
            var granted = before.flatMap(MemberGroup::role);
            boolean same = granted.equals(role);
            var losing = same ? wanted.leaving(inside).size() : inside.size();
            var gaining =
                    same ? wanted.joining(inside).size() : wanted.members().size();
            return new ChangeList(
                    action.wire(), attributes(), times(gaining, role), times(losing, granted), 0, 0, shift);
        }

        private static List<Role> times(int count, Optional<Role> role) {
            return role.map(it -> Collections.nCopies(count, it)).orElse(List.of());
        }

        private List<ChangeList.Change> attributes() {
            return Stream.of(
                            change(
                                    "displayName",
                                    before.map(MemberGroup::displayName),
                                    gone() ? Optional.empty() : Optional.of(wanted.displayName())),
                            change(
                                    "externalId",
                                    before.flatMap(MemberGroup::externalId),
                                    gone() ? Optional.empty() : wanted.externalId()),
                            change(
                                            "members",
                                            Optional.of(count(inside.size())),
                                            Optional.of(count(wanted.members().size())))
                                    .filter(_ -> !wanted.members().equals(inside)))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private boolean gone() {
            return action == Action.REMOVE_GROUP;
        }

        private static String count(int members) {
            return String.valueOf(members);
        }

        private static Optional<ChangeList.Change> change(
                String name, Optional<String> before, Optional<String> after) {
            return before.equals(after) && !name.equals("members")
                    ? Optional.empty()
                    : Optional.of(new ChangeList.Change(name, before, after));
        }

        Effect<Written> effect(Written written, MemberGroup group) {
            var joining = wanted.joining(inside);
            var leaving = wanted.leaving(inside);
            var facts = new HashMap<String, Object>();
            facts.put("source", "scim");
            facts.put("changed", changes().names());
            facts.put("membersAdded", (long) joining.size());
            facts.put("membersRemoved", (long) leaving.size());
            facts.put("rolesGained", (long) changes().gained().size());
            facts.put("rolesLost", (long) changes().lost().size());
            role.ifPresent(it -> facts.put("grants", it.wire()));
            before.flatMap(MemberGroup::role).ifPresent(it -> facts.put("grantedBefore", it.wire()));
            return new Effect<>(
                    written, subjects(group, joining, leaving), facts, Map.of("displayName", wanted.displayName()));
        }

        private static List<Subject> subjects(MemberGroup group, Set<MemberId> joining, Set<MemberId> leaving) {
            var members = Stream.concat(joining.stream(), leaving.stream())
                    .sorted(java.util.Comparator.comparing(MemberId::value))
                    .toList();
            return Stream.concat(
                            Stream.of(Subject.atVersion("Group", group.id().value(), group.version())),
                            members.size() > MOST_SUBJECTS
                                    ? Stream.of()
                                    : members.stream().map(id -> Subject.atVersion("Membership", id.value(), 0)))
                    .toList();
        }
    }
}
