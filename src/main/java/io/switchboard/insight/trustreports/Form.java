package io.switchboard.insight.trustreports;

import io.switchboard.insight.assurance.Oscal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a report leaves the portal. */
public enum Form {
    PDF("application/pdf"),
    JSON("application/json"),
    HTML("text/html;charset=UTF-8"),
    OSCAL(Oscal.TYPE);

    private final String type;

    Form(String type) {
        this.type = type;
    }

    public String type() {
        return type;
    }

    public String extension() {
        return this == OSCAL ? "oscal.json" : wire();
    }

    private String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code pdf}, {@code json}, {@code html} or {@code oscal}. */
    public static Optional<Form> parse(String wire) {
        return Arrays.stream(values()).filter(form -> form.wire().equals(wire)).findFirst();
    }

    byte[] of(ReportDocuments documents) {
        return switch (this) {
            case PDF -> documents.pdf();
            case JSON -> documents.json();
            case HTML -> documents.html();
            case OSCAL -> ReportOscal.of(documents.json());
        };
    }
}
