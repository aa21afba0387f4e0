package io.switchboard.control.policy;

/** What Cedar says about a fault, without what its own layers put before it. */
final class Cedar {

    private Cedar() {}

    static String words(Exception e) {
        return String.valueOf(e.getMessage()).replaceFirst("^(Internal error: |Internal JNI Error: )+", "");
    }

    /** A validator's message begins with the policy, which is said already. */
    static String withoutPolicy(String message) {
        return message.replaceFirst("^for policy `[^`]*`, ", "");
    }
}
