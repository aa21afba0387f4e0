package io.switchboard.operations.feedback;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may go along with a submission, one by one; the sender sees each of them and takes away what should not go. */
public enum Attachment {
    SCREEN("screen", "Screen", text(200)),
    ADDRESS("address", "Address", text(400)),
    ACTION("action", "Action", code(100)),
    RULE("rule", "Rule", code(128)),
    DECISION("decisionId", "Policy decision", id("dec")),
    RECEIPT("receiptId", "Receipt", id("rcp")),
    CORRELATION("correlationId", "Correlation id", code(64)),
    BUILD("build", "Build", text(100)),
    VIEWPORT("viewport", "Window", text(40));

    private final String wire;
    private final String label;
    private final Pattern syntax;

    Attachment(String wire, String label, Pattern syntax) {
        this.wire = wire;
        this.label = label;
        this.syntax = syntax;
    }

    public String wire() {
        return wire;
    }

    public String label() {
        return label;
    }

    public boolean takes(String value) {
        return syntax.matcher(value).matches();
    }

    /** The column that keeps it. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Attachment> parse(String wire) {
        return Arrays.stream(values())
                .filter(attachment -> attachment.wire.equals(wire))
                .findFirst();
    }

    private static Pattern text(int longest) {
        return Pattern.compile("(?! *+$)[^\\p{Cntrl}]{1," + longest + "}");
    }

    private static Pattern code(int longest) {
        return Pattern.compile("[A-Za-z0-9._:/-]{1," + longest + "}");
    }

    private static Pattern id(String prefix) {
        return Pattern.compile(prefix + "_[a-z2-7]{16,40}");
    }
}
