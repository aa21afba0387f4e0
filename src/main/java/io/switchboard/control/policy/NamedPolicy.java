package io.switchboard.control.policy;

import com.cedarpolicy.model.policy.Policy;

/** A policy of the bundle: its file, the line that it begins at, its own id, what it says to people, its source, and Cedar's form of it. */
record NamedPolicy(String file, int line, String id, String why, String help, String source, Policy cedar) {

    Decision.Reason asReason() {
        return new Decision.Reason(id, why, help);
    }

    /** The line of the file in which a place of the policy is; {@code offset} counts bytes of UTF-8, as Cedar does. */
    int lineAt(int offset) {
        var bytes = source.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        int breaks = 0;
        for (int i = 0; i < Math.min(offset, bytes.length); i++) {
            breaks += bytes[i] == '\n' ? 1 : 0;
        }
        return line + breaks;
    }
}
