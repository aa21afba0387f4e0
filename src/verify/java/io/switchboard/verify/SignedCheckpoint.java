package io.switchboard.verify;

import io.switchboard.verify.tlog.Checkpoint;
import io.switchboard.verify.tlog.Refuted;
import io.switchboard.verify.tlog.SignedNote;
import io.switchboard.verify.tlog.TreeHasher;
import java.time.Instant;
import java.util.List;

/** A checkpoint that a key of its log signed, with the exact bytes of its note and the keys of the log that signed it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SignedCheckpoint(Checkpoint checkpoint, byte[] note, List<LogKey> signers) {

    /** Refuses unless the note is a checkpoint of {@code log}, signed by a key that {@code keys} has for the checkpoints of that log. */
    static SignedCheckpoint of(byte[] note, String log, KeySet keys) throws Refused {
        try {
            SignedNote signed = SignedNote.parse(note);
            Checkpoint checkpoint = Checkpoint.parse(signed.text());
            requireOrigin(checkpoint.origin(), log);
            List<LogKey> signers = signed.requireSignedBy(logKeys(checkpoint.origin(), log, keys));
            checkpoint.requirePlausible(new TreeHasher());
            return new SignedCheckpoint(checkpoint, note, signers);
        } catch (Refuted e) {
            throw Refused.because(e);
        }
    }

    private static void requireOrigin(String origin, String log) throws Refused {
        String end = "/log/" + log;
        if (!origin.endsWith(end) || origin.length() == end.length()) {
            throw new Refused("it is a checkpoint of " + origin + ", not of " + log);
        }
    }

    private static List<LogKey> logKeys(String origin, String log, KeySet keys) {
        return keys.logKeys(log).stream()
                .map(key -> new LogKey(origin, key, key.key().orElseThrow()))
                .toList();
    }

    long size() {
        return checkpoint.size();
    }

    /** Refuses unless one of the keys that signed was valid then. */
    void requireSignerValid(Instant at) throws Refused {
        if (signers.stream().noneMatch(signer -> signer.key().validAt(at))) {
            throw new Refused(
                    "it is signed by key " + signers.getFirst().key().id() + ", which was not valid at " + at);
        }
    }
}
