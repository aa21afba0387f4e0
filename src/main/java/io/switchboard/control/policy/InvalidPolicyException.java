package io.switchboard.control.policy;

/** The policy bundle cannot be used; the message names file and policy. Thrown at start only, which it stops. */
final class InvalidPolicyException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    InvalidPolicyException(String file, String policy, String problem) {
        super("The policy bundle is refused: " + file + ", " + policy + ": " + oneLine(problem)
                + " Correct the file and start again.");
    }

    private static String oneLine(String text) {
        var flat = text.strip().replaceAll("\\s+", " ");
        return flat.endsWith(".") ? flat : flat + ".";
    }
}
