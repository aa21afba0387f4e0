package io.switchboard.platform.identity;

/** How a field is compared: an id or word of ours, text with or without regard to case, yes or no, an instant, or a link to any of several things by their ids. */
public enum FieldKind {
    OURS,
    EXACT,
    FOLDED,
    TRUTH,
    TIME,
    LINK
}
