package io.switchboard.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the root that was named on the command line; what is none is a finding. */
final class RootFile {

    private static final int MAX = 1 << 16;

    private RootFile() {}

    static Optional<TrustRoot> read(Optional<Path> named, Findings findings) throws IOException {
        if (named.isEmpty()) {
            return Optional.empty();
        }
        Path file = named.get();
        try {
            if (Files.size(file) > MAX) {
                throw new Refused("the file is too large for one JWK");
            }
            return Optional.of(TrustRoot.of(Files.readAllBytes(file)));
        } catch (Refused e) {
            findings.add(Check.ROOT, file.getFileName().toString(), e.what());
            return Optional.empty();
        }
    }
}
