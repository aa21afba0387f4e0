package io.switchboard.operations.imports.documents;

/** A file that cannot be read at all, or not to its end. The code is stable, the message names the limit or line and what to do next. */
public final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public UnreadableFile(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String explanation() {
        return String.valueOf(getMessage());
    }
}
