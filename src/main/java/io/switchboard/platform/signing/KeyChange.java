package io.switchboard.platform.signing;

import java.util.List;

/** How an operation on a tenant's keys ended. */
public sealed interface KeyChange {

    /** {@code key} is the one that was made, brought or retired; {@code ending} whose windows were shortened; {@code keySet} the version that says so. */
    record Done(ListedKey key, List<ListedKey> ending, long keySet) implements KeyChange {}

    /** Nothing changed. The sentence says why, and what to do instead. */
    record Refused(String code, String sentence) implements KeyChange {}
}
