package io.switchboard.verify;

import java.nio.file.Path;
import java.util.Optional;

/** A bundle to verify. {@code checkpoint} is an older checkpoint that the bundle has to extend. */
record Request(Path bundle, Optional<Path> trustRoot, Level require, Optional<Path> checkpoint, boolean json)
        implements Task {}
