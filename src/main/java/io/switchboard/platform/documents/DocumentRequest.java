package io.switchboard.platform.documents;

import java.util.List;
import java.util.Map;

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
        DocumentTwin twin) {

    public DocumentRequest {
        parameters = Map.copyOf(parameters);
        rows = List.copyOf(rows);
    }
}
