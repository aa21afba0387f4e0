package io.switchboard.operations.runbooks.formats;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One document of a file: maps, lists and scalars. {@code pointer} is where it stands: empty for the only document, an index for one of several, and the path before a {@code #} in an archive.
 * {@code fault} says why it could not be read, where the file's other documents can.
 */
record Tree(String pointer, @Nullable Object root, Optional<Fault> fault) {

    /** A file of an archive that cannot be read. */
    record Fault(String message, String fix) {}

    static Tree of(String pointer, @Nullable Object root) {
        return new Tree(pointer, root, Optional.empty());
    }

    Tree in(String path) {
        return new Tree(path + "#" + pointer, root, fault);
    }
}
