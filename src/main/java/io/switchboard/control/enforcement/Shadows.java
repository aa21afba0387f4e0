package io.switchboard.control.enforcement;

import io.switchboard.control.policy.Evaluated;
import io.switchboard.control.policy.RecordedDecision;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a version in shadow said beside a decision, for whoever may look at the versions of the policies. Nobody else learns of policies that are not in force. */
@Component
public class Shadows {

    private static final ActionId VIEW = new ActionId("policy.view");
    private static final String VERSION = "PolicyVersion";

    private final Viewing viewing;

    public Shadows(Viewing viewing) {
        this.viewing = viewing;
    }

    /** Empty as well where nothing was in shadow. Policy is asked only where there is something to hide. */
    public Optional<Evaluated> beside(Caller caller, RecordedDecision decision) {
        return decision.evaluated()
                .filter(_ -> viewing.against(caller, VIEW, VERSION).isEmpty());
    }
}
