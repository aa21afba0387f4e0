package io.switchboard.control.receipts;

import java.util.regex.Pattern;

/**
 * What a receipt's subject is called: {@code type/id}, for example {@code import/imp_…}. The type is 1 to 64 characters of visible ASCII without a slash, and its case does not tell things
 * apart; the id is 1 to 200 characters without control characters, slashes among them.
 */
public record SubjectName(String type, String id) {

    private static final Pattern TYPE = Pattern.compile("[!-.0-~]{1,64}");
    private static final Pattern ID = Pattern.compile("\\P{Cntrl}{1,200}");

    public SubjectName {
        check(type, id);
    }

    static void check(String type, String id) {
        if (!TYPE.matcher(type).matches() || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "a subject is called type/id, with at most 64 characters of ASCII before the first slash and 200 after it");
        }
    }

    public static SubjectName parse(String name) {
        int slash = name.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("a subject is called type/id: the slash is missing");
        }
        return new SubjectName(name.substring(0, slash), name.substring(slash + 1));
    }

    /** Whether both name the same thing. */
    public boolean is(SubjectName other) {
        return type.equalsIgnoreCase(other.type) && id.equals(other.id);
    }

    @Override
    public String toString() {
        return type + "/" + id;
    }
}
