package io.switchboard.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;

/** The timestamps in the bundle: each over an authentic checkpoint of the log that the bundle's checkpoint extends. */
final class AnchorCheck {

    private static final String AUTHORITIES = "data/anchors/authorities.pem";

    private final Contents contents;
    private final FileCheck files;
    private final LogEvidence log;
    private final Optional<TsaRoots> roots;
    private final Findings findings;

    AnchorCheck(Contents contents, FileCheck files, LogEvidence log, Optional<TsaRoots> roots, Findings findings) {
        this.contents = contents;
        this.files = files;
        this.log = log;
        this.roots = roots;
        this.findings = findings;
    }

    /** The timestamps that hold. */
    List<Anchor> check(Optional<KeySet> keys, Optional<BundleStatement> statement) throws IOException {
        List<X509CertificateHolder> authorities = authorities();
        requireTokens();
        var anchors = new ArrayList<Anchor>();
        for (String path : contents.pathsOf(Place.TIME_TOKEN)) {
            Optional<LoadedFile> token = files.load(path);
            Optional<LoadedFile> note = files.load(checkpointOf(path));
            try {
                if (keys.isEmpty() || statement.isEmpty() || token.isEmpty() || note.isEmpty()) {
                    throw new Refused("not checked: its checkpoint, or what it has to be checked with, is missing");
                }
                byte[] stamped = note.get().bytes();
                SignedCheckpoint state =
                        SignedCheckpoint.of(stamped, statement.get().log(), keys.get());
                anchors.add(anchor(path, state, TimeToken.of(token.get().bytes(), stamped, authorities)));
            } catch (Refused e) {
                findings.add(Check.ANCHOR, path, e.what());
            }
        }
        return anchors;
    }

    private static String checkpointOf(String path) {
        return "data/anchors/" + Place.TIME_TOKEN.stem(path) + ".checkpoint";
    }

    private Anchor anchor(String path, SignedCheckpoint state, TimeToken token) throws Refused {
        if (state.size() != Long.parseLong(Place.TIME_TOKEN.stem(path))) {
            throw new Refused("its checkpoint is of size " + state.size() + ", not of the size it is named for");
        }
        state.requireSignerValid(token.time());
        log.requireExtends(state);
        boolean pinned = roots.isPresent() && roots.get().trust(token);
        return new Anchor(state.size(), token.time(), token.by(), Printable.of(token.authority()), pinned);
    }

    private List<X509CertificateHolder> authorities() throws IOException {
        Optional<LoadedFile> file = contents.has(AUTHORITIES) ? files.load(AUTHORITIES) : Optional.empty();
        if (file.isEmpty()) {
            return List.of();
        }
        try {
            return Certificates.pem(file.get().bytes());
        } catch (Refused e) {
            findings.add(Check.CERTIFICATES, AUTHORITIES, e.what());
            return List.of();
        }
    }

    /** A stamped checkpoint without its token proves nothing, and a bundle has nothing for nothing. */
    private void requireTokens() throws IOException {
        for (String path : contents.pathsOf(Place.STAMPED)) {
            String token = "data/anchors/" + Place.STAMPED.stem(path) + ".tsr";
            if (!contents.has(token)) {
                files.load(path);
                findings.add(Check.ANCHOR, path, "its time token " + token + " is missing");
            }
        }
    }
}
