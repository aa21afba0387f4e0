package io.switchboard.platform.documents;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All a document is made of. Templates read {@code parameters} by name and each row's record components as fields. Text is
 * shown with every character a font has; an {@link java.time.Instant} is shown as UTC to the minute; a list of records is
 * handed to the template as a data source of its own; every other value reaches the template as it is.
 *
 * @param rows records, or maps from field name to value
 */
public record DocumentRequest(
        DocumentTemplate template,
        DocumentProperties properties,
        DocumentBrand brand,
        Map<String, ?> parameters,
        List<?> rows,
        DocumentTwin twin,
        Optional<DocumentCopy> copy) {

    public DocumentRequest {
        parameters = Map.copyOf(parameters);
        rows = List.copyOf(rows);
    }

    /** An original. */
    public DocumentRequest(
            DocumentTemplate template,
            DocumentProperties properties,
            DocumentBrand brand,
            Map<String, ?> parameters,
            List<?> rows,
            DocumentTwin twin) {
        this(template, properties, brand, parameters, rows, twin, Optional.empty());
    }

    /** The same as what it is now: a copy, or an original. The footer of each page says so. */
    public DocumentRequest as(Optional<DocumentCopy> other) {
        return new DocumentRequest(template, properties, brand, parameters, rows, twin, other);
    }
}
