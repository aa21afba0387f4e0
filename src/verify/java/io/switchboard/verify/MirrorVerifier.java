package io.switchboard.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Verifies a copy of a whole log: the key set by the pinned root, the checkpoints by the log's keys, and every tile by the entries. */
final class MirrorVerifier {

    private static final Pattern ORIGIN = Pattern.compile("[^\n]+/log/(log_[a-z2-7]{16,40})\n(?s:.*)");

    private final MirrorRequest request;
    private final Findings findings = new Findings();
    private final MirrorTally tally = new MirrorTally();
    private final MirrorFolder folder;

    private MirrorVerifier(MirrorRequest request) {
        this.request = request;
        this.folder = new MirrorFolder(request.folder());
    }

    /** The whole answer; only a path that cannot be read is an exception. */
    static MirrorReport verify(MirrorRequest request) throws IOException {
        return new MirrorVerifier(request).run();
    }

    private MirrorReport run() throws IOException {
        Optional<TrustRoot> root = RootFile.read(request.trustRoot(), findings);
        Optional<SignedCheckpoint> newest = Optional.empty();
        try {
            Optional<KeySet> keys = keys(root);
            if (keys.isPresent()) {
                newest = Optional.of(signed(MirrorFolder.CHECKPOINT, keys.get()));
                walk(newest.get(), keys.get());
            }
        } catch (Difference e) {
            findings.add(Check.MIRROR, e.path(), e.what());
        }
        return new MirrorReport(request, root, newest, tally, findings);
    }

    private Optional<KeySet> keys(Optional<TrustRoot> root) throws IOException {
        Path file = request.keys();
        String name = file.getFileName().toString();
        if (Files.size(file) > Place.KEYS.limit()) {
            findings.add(Check.KEYS, name, "larger than " + Place.KEYS.limit() + " bytes");
            return Optional.empty();
        }
        return new KeySetCheck(name, findings).check(Files.readAllBytes(file), root);
    }

    private void walk(SignedCheckpoint newest, KeySet keys) throws IOException, Difference {
        Optional<SignedCheckpoint> older = older(newest, keys);
        var walk = new MirrorWalk(folder, newest, path -> sameLog(path, newest, keys), tally);
        if (older.isPresent()) {
            walk.alsoCompare(request.checkpoint().orElseThrow().getFileName().toString(), older.get());
        }
        walk.run();
    }

    private Optional<SignedCheckpoint> older(SignedCheckpoint newest, KeySet keys) throws IOException, Difference {
        if (request.checkpoint().isEmpty()) {
            return Optional.empty();
        }
        Path file = request.checkpoint().get();
        String name = file.getFileName().toString();
        try {
            return Optional.of(requireSameLog(name, signed(name, OlderCheckpoint.note(file), keys), newest));
        } catch (Refused e) {
            throw new Difference(name, e.what());
        }
    }

    private SignedCheckpoint sameLog(String path, SignedCheckpoint newest, KeySet keys) throws IOException, Difference {
        return requireSameLog(path, signed(path, keys), newest);
    }

    private static SignedCheckpoint requireSameLog(String path, SignedCheckpoint signed, SignedCheckpoint newest)
            throws Difference {
        if (!signed.checkpoint().origin().equals(newest.checkpoint().origin())) {
            throw new Difference(
                    path,
                    "it is of " + signed.checkpoint().origin() + ", not of "
                            + newest.checkpoint().origin());
        }
        return signed;
    }

    private SignedCheckpoint signed(String path, KeySet keys) throws IOException, Difference {
        return signed(path, folder.note(path), keys);
    }

    /** By a key of the log that the note itself names; which log that is stands in the answer. */
    private static SignedCheckpoint signed(String path, byte[] note, KeySet keys) throws Difference {
        Matcher origin = ORIGIN.matcher(new String(note, StandardCharsets.ISO_8859_1));
        if (!origin.matches()) {
            throw new Difference(path, "its first line does not end in /log/ and a log id");
        }
        try {
            return SignedCheckpoint.of(note, origin.group(1), keys);
        } catch (Refused e) {
            throw new Difference(path, e.what());
        }
    }
}
