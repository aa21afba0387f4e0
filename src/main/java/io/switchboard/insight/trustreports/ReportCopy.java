package io.switchboard.insight.trustreports;

import io.switchboard.platform.documents.DocumentCopy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What makes a report a copy: of which, with which watermark, what it discloses, and the ids of the sections that it does not. */
record ReportCopy(DocumentCopy document, Optional<SectionCommitments.Disclosing> disclosing, List<String> withheld) {

    ReportCopy {
        withheld = List.copyOf(withheld);
    }

    /** {@code _sd}, {@code _sd_alg} and {@code disclosures} as RFC 9901 names them; none where the report commits to no sections. */
    Map<String, Object> toJson() {
        var json = document.toJson();
        json.put("withheld", withheld);
        disclosing.ifPresent(some -> {
            json.put("_sd_alg", "sha-256");
            json.put("_sd", some.digests());
            json.put("disclosures", some.disclosures());
        });
        return json;
    }

    /** How a page says so. */
    String words(String by, int sections) {
        return document.words()
                + (withheld.isEmpty()
                        ? ""
                        : " " + withheld.size() + " of " + sections + " sections are withheld by " + by
                                + "; the same receipt commits to them.");
    }
}
