package io.switchboard.insight.trustreports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a report leaves the portal. */
public enum Form {
    PDF("application/pdf"),
    JSON("application/json"),
    HTML("text/html;charset=UTF-8");

    private final String type;

    Form(String type) {
        this.type = type;
    }

    public String type() {
        return type;
    }

    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Form> parse(String extension) {
        return Arrays.stream(values())
                .filter(form -> form.extension().equals(extension))
                .findFirst();
    }

    byte[] of(ReportDocuments documents) {
        return switch (this) {
            case PDF -> documents.pdf();
            case JSON -> documents.json();
            case HTML -> documents.html();
        };
    }
}
