package io.switchboard.control.policy;

import com.cedarpolicy.model.policy.Policy;

/** A policy of the bundle: its file, its own id, what it says to people, and Cedar's form of it. */
record NamedPolicy(String file, String id, String why, String help, Policy cedar) {

    Decision.Reason asReason() {
        return new Decision.Reason(id, why, help);
    }
}
