package io.switchboard.operations.administration;

import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.Decision;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.platform.identity.Condition;
import io.switchboard.platform.identity.Condition.Operator;
import io.switchboard.platform.identity.Found;
import io.switchboard.platform.identity.ManagedBy;
import io.switchboard.platform.identity.MemberDirectory;
import io.switchboard.platform.identity.MemberField;
import io.switchboard.platform.identity.Membership;
import io.switchboard.platform.identity.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The tenant's members, to be looked at: by user name, narrowed by text, source and state. Throws {@code NotViewable} for whoever may not look. */
@Service
public class MemberList {

    private static final ActionId VIEW = new ActionId("members.view");
    private static final String RESOURCE = "Tenant";
    private static final String NO_SOURCE = "";
    private static final int MOST = 200;

    private final Viewing viewing;
    private final MemberDirectory members;

    MemberList(Viewing viewing, MemberDirectory members) {
        this.viewing = viewing;
        this.members = members;
    }

    /** {@code text} is part of a user name, a name or an address; each part that is there has to hold. */
    public record Filter(Optional<String> text, Optional<ManagedBy> managedBy, Optional<Boolean> active) {

        public boolean isEmpty() {
            return text.isEmpty() && managedBy.isEmpty() && active.isEmpty();
        }
    }

    /** The decision that stands against looking; empty for whoever may. */
    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, RESOURCE);
    }

    /** After {@code offset} members at most {@code limit}. */
    public Found<Membership> list(Caller caller, Filter filter, long offset, int limit) {
        viewing.require(caller, VIEW, RESOURCE);
        return members.search(
                caller.tenant(),
                NO_SOURCE,
                condition(filter),
                new Window<>(
                        Math.max(0, offset), Math.clamp(limit, 1, MOST), Optional.of(MemberField.USER_NAME), false));
    }

    private static Condition<MemberField> condition(Filter filter) {
        var all = new ArrayList<Condition<MemberField>>();
        filter.text()
                .ifPresent(text -> all.add(new Condition.Any<>(List.of(
                        contains(MemberField.USER_NAME, text),
                        contains(MemberField.DISPLAY_NAME, text),
                        contains(MemberField.EMAIL, text)))));
        filter.managedBy().ifPresent(by -> all.add(equal(MemberField.MANAGED_BY, by.wire())));
        filter.active().ifPresent(active -> all.add(equal(MemberField.ACTIVE, active)));
        return new Condition.All<>(all);
    }

    private static Condition<MemberField> contains(MemberField field, String text) {
        return new Condition.Compare<>(field, Operator.CONTAINS, text);
    }

    private static Condition<MemberField> equal(MemberField field, Object value) {
        return new Condition.Compare<>(field, Operator.EQUAL, value);
    }
}
