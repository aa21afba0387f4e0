package io.switchboard.control.policy;

import java.util.Optional;

/** This node's own copy of what is in force. */
public interface PolicyNode {

    /** Looks at once, instead of within a second: for whoever has just changed it. */
    void refresh();

    /** Why everything is denied here; empty while all is well. */
    Optional<String> problem();
}
