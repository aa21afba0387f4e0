package io.switchboard.platform.documents;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * What a reader's software shows about a document. {@code issuedAt} is every date the file carries, in whole seconds; the
 * wall clock is never asked.
 */
public record DocumentProperties(String title, String subject, String author, Locale language, Instant issuedAt) {

    public DocumentProperties {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a document needs a title: PDF/UA shows it in place of the file name");
        }
        issuedAt = issuedAt.truncatedTo(ChronoUnit.SECONDS);
    }
}
