package io.switchboard.control.flags;

import io.switchboard.kernel.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A flag of the portal. {@code on} is its kill switch: off, it is off for everybody, whatever its rules say. Else the first rule that is about a tenant counts, and for whom there is none
 * {@code byDefault}.
 */
public record Flag(
        FlagKey key,
        String title,
        Optional<MemberId> owner,
        boolean byDefault,
        boolean on,
        List<Rule> rules,
        int version,
        Instant changedAt)
        implements Defined {

    public Flag {
        rules = List.copyOf(rules);
    }

    @Override
    public String name() {
        return key.value();
    }

    /** A new one: switched on, without rules. */
    static Flag fresh(FlagKey key, FlagDraft draft, Instant now) {
        return new Flag(key, draft.title(), draft.owner(), draft.byDefault(), true, List.of(), 1, now);
    }

    Flag described(FlagDraft draft) {
        return new Flag(key, draft.title(), draft.owner(), draft.byDefault(), on, rules, version, changedAt);
    }

    Flag switched(boolean to) {
        return new Flag(key, title, owner, byDefault, to, rules, version, changedAt);
    }

    Flag ruled(List<Rule> by) {
        return new Flag(key, title, owner, byDefault, on, by, version, changedAt);
    }

    Flag next(Instant now) {
        return new Flag(key, title, owner, byDefault, on, rules, version + 1, now);
    }
}
