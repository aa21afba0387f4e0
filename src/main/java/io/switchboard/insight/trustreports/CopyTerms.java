package io.switchboard.insight.trustreports;

import io.switchboard.platform.documents.Watermark;
import java.util.Optional;
import java.util.Set;

/** How a copy of a report differs from it: by a watermark, by the ids of the only sections that it discloses, or by both. */
public record CopyTerms(Optional<Watermark> watermark, Optional<Set<String>> sections) {

    public CopyTerms {
        sections = sections.map(Set::copyOf);
    }

    public static CopyTerms with(Watermark watermark) {
        return new CopyTerms(Optional.of(watermark), Optional.empty());
    }

    public static CopyTerms disclosing(Set<String> sections) {
        return new CopyTerms(Optional.empty(), Optional.of(sections));
    }
}
