package io.switchboard.insight.evaluation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms of a plan or a memo. */
public enum EvaluationForm {
    PDF("application/pdf"),
    JSON("application/json"),
    HTML("text/html;charset=UTF-8");

    private final String type;

    EvaluationForm(String type) {
        this.type = type;
    }

    public static Optional<EvaluationForm> parse(String text) {
        return Arrays.stream(values())
                .filter(form -> form.extension().equals(text))
                .findFirst();
    }

    public String type() {
        return type;
    }

    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    public byte[] of(EvaluationDocument document) {
        return switch (this) {
            case PDF -> document.pdf();
            case JSON -> document.json();
            case HTML -> document.html();
        };
    }
}
