package io.switchboard.verify.zip;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Names that mean the same everywhere: no absolute path, no {@code ..}, no backslash, no drive, no control character, ASCII only. */
final class SafeName {

    static final int MAX_LENGTH = 200;

    private static final Pattern SYNTAX =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    private SafeName() {}

    static String of(byte[] bytes) throws MalformedZip {
        var name = new String(bytes, StandardCharsets.ISO_8859_1);
        if (name.length() > MAX_LENGTH || !SYNTAX.matcher(name).matches()) {
            throw new MalformedZip("the name of an entry is not a plain relative path: '" + name + "'");
        }
        return name;
    }
}
