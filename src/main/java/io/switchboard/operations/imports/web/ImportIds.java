package io.switchboard.operations.imports.web;

import io.switchboard.operations.imports.ImportId;
import java.util.Optional;

/** Ids as clients send them; what has not their syntax names nothing. */
final class ImportIds {

    private ImportIds() {}

    static Optional<ImportId> known(String id) {
        return Optional.of(id).filter(ImportId::isValid).map(ImportId::new);
    }
}
