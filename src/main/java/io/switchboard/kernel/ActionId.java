package io.switchboard.kernel;

import java.util.regex.Pattern;

/** A governed action, as Cedar, receipts, the API and the docs call it: {@code module.verb-object}, for example {@code imports.commit}. */
public record ActionId(String value) {

    private static final Pattern SYNTAX = Pattern.compile("[a-z][a-z0-9]{1,30}\\.[a-z][a-z0-9-]{1,50}");

    public ActionId {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an action is called module.verb-object in lower case: " + value.length() + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
