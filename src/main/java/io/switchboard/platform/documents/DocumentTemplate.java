package io.switchboard.platform.documents;

import java.util.regex.Pattern;

/**
 * The name of a template, {@code <module>/<name>} such as {@code assurance/posture-one-pager}: its source is
 * {@code reports/<module>/<name>.jrxml}.
 */
public record DocumentTemplate(String name) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}/[a-z][a-z0-9-]{0,63}");

    /** @throws IllegalArgumentException where the name is not of that form */
    public DocumentTemplate {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a document template is named <module>/<name> in lower-case letters, digits"
                            + " and hyphens; these " + name.length() + " characters are not");
        }
    }

    String resource() {
        return "reports/" + name + ".jasper";
    }

    @Override
    public String toString() {
        return name;
    }
}
