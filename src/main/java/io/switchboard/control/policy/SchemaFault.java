package io.switchboard.control.policy;

import com.cedarpolicy.model.schema.Schema;

/** Cedar does not say where a schema is broken: the declaration that has the same fault by itself is the one. */
final class SchemaFault {

    private SchemaFault() {}

    /** The line that the declaration begins at; the first where none of them has it. */
    static int line(String text, String words) {
        int line = 1;
        for (var declaration : text.split("(?<=;)[ \\t]*(?=\\n)", -1)) {
            if (words.equals(fault(declaration))) {
                return line
                        + breaks(declaration.substring(
                                0,
                                declaration.length()
                                        - declaration.stripLeading().length()));
            }
            line += breaks(declaration);
        }
        return 1;
    }

    private static String fault(String declaration) {
        try {
            Schema.parse(Schema.JsonOrCedar.Cedar, declaration);
            return "";
        } catch (Exception e) {
            return Cedar.words(e);
        }
    }

    private static int breaks(String text) {
        return (int) text.chars().filter(character -> character == '\n').count();
    }
}
