package io.switchboard.insight.assurance;

import io.switchboard.platform.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds out whether one claim of the posture pack holds. May throw: a check that breaks off proves nothing, and whoever runs it says so. */
interface PackCheck {

    /** Stable, in lower case with hyphens. */
    String id();

    /** The claim as a sentence without a full stop. */
    String title();

    /** How long what was found speaks for the present. */
    Duration shelfLife();

    /** What a stranger types to see for themselves: lines that fit a page. */
    String command();

    /** {@code posture}: what the checks of the one-pager found just now. */
    Found check(Tenant tenant, List<PostureClaim> posture, Instant now);

    /** What a check saw. {@code at} is when it was so: now, or when what it reads was done; empty where nothing was. */
    record Found(
            boolean holds, String words, Optional<Instant> at, List<Artifact> artifacts, List<Attachment> attached) {

        static Found now(boolean holds, String words, Instant now, List<Artifact> artifacts) {
            return new Found(holds, words, Optional.of(now), artifacts, List.of());
        }

        static Found nothing(String why) {
            return new Found(false, why, Optional.empty(), List.of(), List.of());
        }
    }

    /** A file that goes along inside the pack's JSON, since its reader could not fetch it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Attachment(String name, byte[] bytes) {}
}
