package io.switchboard.control.policy;

import io.switchboard.kernel.Actor;
import java.util.Optional;

/** A version that is not one yet. {@code title} has 1 to 200 characters, {@code why} up to 4,000. */
public record VersionDraft(
        BundleFiles files, String title, String why, Optional<Integer> basedOn, Actor author, boolean ofRelease) {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_WHY = 4_000;
}
