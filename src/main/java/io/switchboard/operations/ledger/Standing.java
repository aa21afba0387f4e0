package io.switchboard.operations.ledger;

/** How an entry stands. */
public enum Standing {
    WAITING("waits for signatures"),
    IN_FORCE("in force"),
    EXPIRED("expired"),
    LAPSED("lapsed unsigned"),
    WITHDRAWN("withdrawn");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
