package io.switchboard.verify;

import java.nio.file.Path;
import java.util.Optional;

/** A bundle to verify. {@code tsaRoots} are the timestamping authorities that are trusted, {@code checkpoint} is an older checkpoint that the bundle has to extend,
 * {@code copy} the JSON of a copy whose receipts the bundle has to have. */
record Request(
        Path bundle,
        Optional<Path> trustRoot,
        Level require,
        Optional<Path> checkpoint,
        Optional<Path> tsaRoots,
        Optional<Path> copy,
        boolean json)
        implements Task {}
