package io.switchboard.operations.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The groups into which a diff falls, each as large as its count: a held row is in {@code HELD} and not in {@code CREATE} or {@code UPDATE}. */
public enum ChangeKind {
    ALL("a"),
    CREATE("c"),
    UPDATE("u"),
    REMOVE("d"),
    UNCHANGED("n"),
    CONFLICT("x"),
    REJECT("r"),
    HELD("h");

    private final String letter;

    ChangeKind(String letter) {
        this.letter = letter;
    }

    /** Its name in staged rows. */
    String letter() {
        return letter;
    }

    static ChangeKind ofLetter(String letter) {
        return Arrays.stream(values())
                .filter(kind -> kind.letter.equals(letter))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown outcome " + letter));
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name in the API; the empty text is all. */
    public static Optional<ChangeKind> parse(String wire) {
        return wire.isEmpty()
                ? Optional.of(ALL)
                : Arrays.stream(values())
                        .filter(kind -> kind.wire().equals(wire))
                        .findFirst();
    }

    /** All names, for a message. */
    public static String names() {
        return Arrays.stream(values()).map(ChangeKind::wire).collect(Collectors.joining(", "));
    }

    public long in(ImportCounts counts) {
        return switch (this) {
            case ALL -> counts.read();
            case CREATE -> counts.create();
            case UPDATE -> counts.update();
            case REMOVE -> counts.remove();
            case UNCHANGED -> counts.unchanged();
            case CONFLICT -> counts.conflict();
            case REJECT -> counts.reject();
            case HELD -> counts.held();
        };
    }
}
