package io.switchboard.operations.imports;

import java.util.List;

/** A kind of rows that this portal does not import. */
public final class UnknownKind extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownKind(String kind, List<String> known) {
        super("There is no kind “" + (kind.length() > 40 ? kind.substring(0, 40) + "…" : kind) + "”; kinds are "
                + String.join(", ", known) + ".");
    }
}
