package io.switchboard.platform.documents.conformance;

import java.io.IOException;

/** One thing that is wrong with an exported PDF, put right. */
interface Correction {

    void apply(Draft draft) throws IOException;
}
