package io.switchboard.operations.administration.scim;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.kernel.Caller;
import org.springframework.stereotype.Service;

/** Does what clients ask for, one governed action for each write, or tries it and leaves nothing but the receipt of the rehearsal. */
@Service
class Provisioning {

    private final EnforcementPoint enforcement;
    private final Writes writes;

    Provisioning(EnforcementPoint enforcement, Writes writes) {
        this.enforcement = enforcement;
        this.writes = writes;
    }

    Enforced<Written> perform(Caller caller, Operation operation) {
        var write = writes.of(caller, operation);
        return enforcement.perform(write.action(), write.change());
    }

    Enforced<Written> rehearse(Caller caller, Operation operation) {
        var write = writes.of(caller, operation);
        return enforcement.simulate(write.action(), write.change());
    }
}
