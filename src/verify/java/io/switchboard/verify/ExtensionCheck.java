package io.switchboard.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** That the bundle's log still begins with the state that the reader has seen before. */
final class ExtensionCheck {

    private final Findings findings;

    ExtensionCheck(Findings findings) {
        this.findings = findings;
    }

    /** The older size that the bundle's state is shown to extend. */
    Optional<Long> check(Path older, LogEvidence evidence, Optional<KeySet> keys, Optional<BundleStatement> statement)
            throws IOException {
        String name = older.getFileName().toString();
        try {
            if (keys.isEmpty() || statement.isEmpty()) {
                throw new Refused("it is not established which log the bundle is of, and by which keys");
            }
            var seen = SignedCheckpoint.of(
                    OlderCheckpoint.note(older), statement.get().log(), keys.get());
            evidence.requireExtends(seen);
            return Optional.of(seen.size());
        } catch (Refused e) {
            findings.add(
                    Check.CONSISTENCY, name, "the bundle is not shown to extend this older checkpoint: " + e.what());
            return Optional.empty();
        }
    }
}
