package io.switchboard.operations.retention;

/** How a purge ended. Whatever it says, what its manifest lists is gone and nothing else is. */
public enum PurgeState {
    RUNNING("running", "runs"),
    COMPLETE("complete", "took all that was due"),
    LIMIT("limit", "took as much as one manifest lists; the next purge goes on"),
    HELD("held", "stopped by a legal hold"),
    FAILED("failed", "could not take everything");

    private final String wire;
    private final String words;

    PurgeState(String wire, String words) {
        this.wire = wire;
        this.words = words;
    }

    public String wire() {
        return wire;
    }

    public String words() {
        return words;
    }
}
