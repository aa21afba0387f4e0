package io.switchboard.platform.documents;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What makes a document a copy: of which other it is one, and the watermark on its pages. It is a document of its own, with its own id, twin and signature. */
public record DocumentCopy(OriginalDocument of, Optional<Watermark> watermark) {

    /** How a twin says so, as its member {@code copy}: {@code of} and, where there is one, {@code watermark}. May be added to. */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new HashMap<>(Map.of("of", of.toJson()));
        watermark.ifPresent(mark -> json.put("watermark", mark.text()));
        return json;
    }

    /** How a page says so, in a sentence. */
    public String words() {
        return "This is a copy of the document " + of.documentId()
                + watermark.map(mark -> ", marked “" + mark.text() + "”").orElse("")
                + ". The receipt " + of.receipt() + " names the original.";
    }
}
