package io.switchboard.operations.administration.scim;

import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.platform.identity.Membership;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a write comes to in the end: for each member it touches the roles before and after, from all sources. Who may not sign in is in neither. */
record Shift(Map<MemberId, Set<Role>> before, Map<MemberId, Set<Role>> after) {

    static final Shift NONE = new Shift(Map.of(), Map.of());

    /** Roles that nobody gets by SCIM alone. */
    private static final Set<Role> PRIVILEGED = Set.of(Role.PARTNER_ADMIN, Role.APPROVER);

    Shift {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /** The member goes. */
    static Shift from(Membership before) {
        return new Shift(standing(before, before.profile().active()), Map.of());
    }

    /** The member is active, or not, from now on. */
    static Shift between(Membership member, boolean active) {
        return new Shift(standing(member, member.profile().active()), standing(member, active));
    }

    private static Map<MemberId, Set<Role>> standing(Membership member, boolean active) {
        return active ? Map.of(member.id(), member.roles()) : Map.of();
    }

    /** Members who can no longer sign in. */
    long gone() {
        return before.keySet().stream().filter(id -> !after.containsKey(id)).count();
    }

    /** Members who still sign in and lose a role. */
    long demoted() {
        return before.keySet().stream()
                .filter(after::containsKey)
                .filter(id -> !lost(id).isEmpty())
                .count();
    }

    /** Members who lose something; each counts once. */
    long affected() {
        return gone() + demoted();
    }

    /** Members who get a role with privileges that they did not hold. */
    long raised() {
        return raisedMembers().size();
    }

    Set<MemberId> raisedMembers() {
        return after.keySet().stream()
                .filter(id -> gained(id).stream().anyMatch(PRIVILEGED::contains))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean takes(Role role) {
        return before.keySet().stream().anyMatch(id -> lost(id).contains(role));
    }

    private Set<Role> lost(MemberId id) {
        return minus(before, after, id);
    }

    private Set<Role> gained(MemberId id) {
        return minus(after, before, id);
    }

    private static Set<Role> minus(Map<MemberId, Set<Role>> all, Map<MemberId, Set<Role>> without, MemberId id) {
        var left = EnumSet.noneOf(Role.class);
        left.addAll(all.getOrDefault(id, Set.of()));
        left.removeAll(without.getOrDefault(id, Set.of()));
        return left;
    }

    /** One line for each member whom it changes, in an order of its own: what an approval is bound to. */
    List<String> lines() {
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .map(this::line)
                .filter(line -> line.indexOf(' ') > 0)
                .sorted()
                .toList();
    }

    private String line(MemberId id) {
        var gone = before.containsKey(id) && !after.containsKey(id) ? " gone" : "";
        return id.value() + gone + words(" -", lost(id)) + words(" +", gained(id));
    }

    private static String words(String sign, Set<Role> roles) {
        return roles.stream().sorted().map(role -> sign + role.wire()).collect(Collectors.joining());
    }
}
