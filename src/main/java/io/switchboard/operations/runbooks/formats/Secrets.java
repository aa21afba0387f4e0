package io.switchboard.operations.runbooks.formats;

import io.switchboard.operations.imports.documents.JsonLeaves;
import io.switchboard.operations.imports.documents.UnreadableFile;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses a file in which a secret is written out, before it is kept. A template or variable that stands for one is none. */
final class Secrets {

    private static final Pattern NAMES = Pattern.compile(
            "(?i)pass(word|wd|phrase)|pwd|(client|oauth|kms|app)?[_-]?secret|(x-)?api[_-]?(key|token)|(access|auth|oauth|bearer|id|refresh)?[_-]?token"
                    + "|private[_-]?key|(proxy-)?authorization");
    private static final Pattern STANDS_FOR =
            Pattern.compile("\\{\\{.*\\}\\}|__\\S+__(:value)?|\\$\\S+", Pattern.DOTALL);

    private Secrets() {}

    static void refuse(Tree tree) {
        refuse(tree.pointer(), tree.root());
    }

    private static void refuse(String pointer, @Nullable Object value) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((name, member) -> member(pointer, (String) name, member));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    refuse(pointer + "/" + i, list.get(i));
                }
            }
            case null, default -> {}
        }
    }

    private static void member(String pointer, String name, @Nullable Object value) {
        var at = pointer + "/" + JsonLeaves.token(name);
        if (value instanceof String text
                && !text.isBlank()
                && NAMES.matcher(name).matches()
                && !STANDS_FOR.matcher(text).find()) {
            throw new UnreadableFile(
                    "secret-in-file",
                    "The file has a secret written out at " + at
                            + ", and was not kept. Put a reference such as {{ secrets.name }} there and upload it again; treat the secret as known to others.");
        }
        refuse(at, value);
    }
}
