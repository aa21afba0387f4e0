package io.switchboard.insight.assurance;

import io.switchboard.platform.documents.DocumentCopy;
import java.util.Optional;

/** What a document says, and of which other one it is a copy, where it is. */
interface CopiedFacts<F> {

    /** The same, for a copy. */
    F copied(DocumentCopy as);

    Optional<DocumentCopy> copy();
}
