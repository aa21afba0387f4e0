package io.switchboard.operations.administration.scim;

import io.switchboard.platform.identity.MemberGroup;
import io.switchboard.platform.identity.MemberGroups;
import io.switchboard.platform.identity.Membership;
import java.util.List;

/** What a write came to: the resource as it is afterwards, and what changed. */
sealed interface Written {

    ChangeList changes();

    record User(Membership member, boolean created, ChangeList changes) implements Written {}

    record Group(MemberGroup group, List<MemberGroups.Listed> members, boolean created, ChangeList changes)
            implements Written {}

    record Gone(ChangeList changes) implements Written {}

    /** The same, but it would have to wait for an approval. */
    default Written heldFor(String why) {
        return switch (this) {
            case User user -> new User(user.member, user.created, user.changes.heldFor(why));
            case Group group -> new Group(group.group, group.members, group.created, group.changes.heldFor(why));
            case Gone gone -> new Gone(gone.changes.heldFor(why));
        };
    }
}
