package io.switchboard.operations.administration.scim;

import io.switchboard.control.approvals.Approval;
import io.switchboard.control.approvals.Question;
import io.switchboard.control.enforcement.Effect;
import java.util.Optional;
import java.util.function.Supplier;

/** Stands around one write, inside its transaction: lets it pass, finds the approval that it needs, or keeps it from happening. */
interface Guard {

    Effect<Written> passed(Supplier<Effect<Written>> change);

    /** Lets pass what was approved as part of something larger. */
    Effect<Written> approved(Supplier<Effect<Written>> change, Approval approval);

    /** Lets pass, and notes with the answer whether it would be held. */
    Effect<Written> tried(Supplier<Effect<Written>> change);

    /** What has to be asked before the write can happen; known once it was held. */
    Optional<Question> question();
}
