package io.switchboard.control.policy;

/** The policy bundle cannot be used; the message names file, policy and line. Where the bundle is that of the portal's own jar, it stops the start. */
final class InvalidPolicyException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient BundleProblem problem;

    InvalidPolicyException(BundleProblem problem) {
        super("The policy bundle is refused: " + problem.words() + ". Correct the file.");
        this.problem = problem;
    }

    BundleProblem problem() {
        return problem;
    }
}
