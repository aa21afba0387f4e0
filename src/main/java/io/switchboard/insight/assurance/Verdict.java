package io.switchboard.insight.assurance;

/** What a check came to. There is no "mostly": a claim holds for all it speaks about, or it is not proven. */
public enum Verdict {
    HOLDS("holds"),
    NOT_PROVEN("not proven"),
    AGED("aged");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** As people and documents read it. */
    public String word() {
        return word;
    }
}
