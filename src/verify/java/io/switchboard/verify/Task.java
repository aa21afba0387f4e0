package io.switchboard.verify;

import java.nio.file.Path;
import java.util.Optional;

/** What the command line asks for: to verify a bundle, or a copy of a log. */
sealed interface Task permits Request, MirrorRequest {

    Optional<Path> trustRoot();

    /** Whether the answer is for programs. */
    boolean json();
}
