package io.switchboard.control.enforcement;

import java.util.Map;

/**
 * An expected reason why an allowed change does not happen. Thrown inside the change, so that its transaction rolls back, and caught by the
 * enforcement point, which answers {@link Enforced.Failed}: it never reaches a view. {@code code} goes into the receipt, the message
 * (what happened, which value, what to do next) to the person.
 */
public final class ChangeFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, Object> facts;

    public ChangeFailure(String code, String message) {
        this(code, message, Map.of());
    }

    public ChangeFailure(String code, String message, Map<String, Object> facts) {
        super(message);
        this.code = code;
        this.facts = Map.copyOf(facts);
    }

    public String code() {
        return code;
    }

    public Map<String, Object> facts() {
        return facts;
    }

    public String explanation() {
        return String.valueOf(getMessage());
    }
}
