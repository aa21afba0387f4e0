package io.switchboard.operations.delivery;

import io.switchboard.platform.documents.Watermark;
import java.util.Optional;
import java.util.Set;

/** What is to be shared: the kind of document, which one where there are several, the watermark that it is to carry, and the only sections that it is to disclose. */
public record ShareRequest(
        String document, Optional<String> id, Optional<Watermark> watermark, Optional<Set<String>> sections) {

    public ShareRequest {
        sections = sections.map(Set::copyOf);
    }

    /** Of a kind of which a tenant has one. */
    public static ShareRequest of(String document, Optional<Watermark> watermark) {
        return new ShareRequest(document, Optional.empty(), watermark, Optional.empty());
    }
}
