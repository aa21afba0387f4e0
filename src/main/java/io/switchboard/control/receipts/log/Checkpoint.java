package io.switchboard.control.receipts.log;

import java.util.Optional;
import java.util.regex.Pattern;

/** The body of a C2SP {@code tlog-checkpoint}: origin, size in decimal, root in base64, a line each. It is signed as a note. */
public record Checkpoint(String origin, long size, Hash root) {

    private static final Pattern ORIGIN = Pattern.compile("[!-~]{1,200}");
    private static final Pattern BODY = Pattern.compile("([!-~]{1,200})\n(0|[1-9][0-9]{0,18})\n([A-Za-z0-9+/]{43}=)\n");

    public Checkpoint {
        if (!ORIGIN.matcher(origin).matches() || origin.contains("+")) {
            throw new IllegalArgumentException("an origin is printable ASCII without spaces and plus signs");
        }
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no negative size");
        }
    }

    public String body() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** The checkpoint in a note, whose signatures are the caller's to check. */
    public static Optional<Checkpoint> ofNote(String note) {
        int end = note.indexOf("\n\n");
        return end < 0 ? Optional.empty() : parse(note.substring(0, end + 1));
    }

    /** Reads exactly what {@link #body} writes; extension lines are refused, since this log has none. */
    public static Optional<Checkpoint> parse(String body) {
        var lines = BODY.matcher(body);
        if (!lines.matches()) {
            return Optional.empty();
        }
        try {
            var root = Hash.of(java.util.Base64.getDecoder().decode(lines.group(3)));
            var checkpoint = new Checkpoint(lines.group(1), Long.parseLong(lines.group(2)), root);
            return checkpoint.body().equals(body) ? Optional.of(checkpoint) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
