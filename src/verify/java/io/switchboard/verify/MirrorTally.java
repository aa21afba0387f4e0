package io.switchboard.verify;

/** What was recomputed and found equal before the end or the first difference. */
final class MirrorTally {

    long entries;
    long tiles;
    long checkpoints;
}
