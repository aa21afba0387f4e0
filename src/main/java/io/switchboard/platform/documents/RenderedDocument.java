package io.switchboard.platform.documents;

import io.switchboard.kernel.Sha256;
import java.util.Set;

/**
 * A finished PDF.
 *
 * @param unshown the characters (code points) of the request that no font of the set has: each is shown as U+FFFD, the
 *     document says so, and the twin has the exact text
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, and never compared
public record RenderedDocument(byte[] pdf, Sha256 digest, Sha256 twinDigest, Set<Integer> unshown) {

    public RenderedDocument {
        pdf = pdf.clone();
        unshown = Set.copyOf(unshown);
    }

    @Override
    public byte[] pdf() {
        return pdf.clone();
    }
}
