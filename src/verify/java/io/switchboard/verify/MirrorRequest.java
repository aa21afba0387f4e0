package io.switchboard.verify;

import java.nio.file.Path;
import java.util.Optional;

/** A copy of a log to recompute; {@code keys} is the signed key set, {@code checkpoint} an older checkpoint that the log has to extend. */
record MirrorRequest(Path folder, Path keys, Optional<Path> trustRoot, Optional<Path> checkpoint, boolean json)
        implements Task {}
