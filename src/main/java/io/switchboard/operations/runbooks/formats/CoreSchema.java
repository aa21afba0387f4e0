package io.switchboard.operations.runbooks.formats;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an unquoted YAML scalar means (YAML 1.2.2 section 10.3.2, the core schema). A number that JSON does not carry exactly stays the text that it was. */
final class CoreSchema {

    private static final Pattern NULL = Pattern.compile("null|Null|NULL|~|");
    private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
    private static final Pattern FALSE = Pattern.compile("false|False|FALSE");
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,15}");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]{1,16}");
    private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]{1,12}");
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?(\\.[0-9]{1,15}|[0-9]{1,15}(\\.[0-9]{0,15})?)([eE][-+]?[0-9]{1,3})?");

    private CoreSchema() {}

    static @Nullable Object value(String plain) {
        if (NULL.matcher(plain).matches()) {
            return null;
        }
        if (TRUE.matcher(plain).matches()) {
            return true;
        }
        return FALSE.matcher(plain).matches() ? (Object) false : number(plain);
    }

    static Object number(String plain) {
        if (WHOLE.matcher(plain).matches()) {
            return Long.valueOf(plain);
        }
        if (OCTAL.matcher(plain).matches()) {
            return Long.valueOf(plain.substring(2), 8);
        }
        if (HEX.matcher(plain).matches()) {
            return Long.valueOf(plain.substring(2), 16);
        }
        return FLOAT.matcher(plain).matches() ? finite(plain) : plain;
    }

    private static Object finite(String plain) {
        double number = Double.parseDouble(plain);
        return Double.isFinite(number) ? (Object) number : plain;
    }
}
