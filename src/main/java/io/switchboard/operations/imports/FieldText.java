package io.switchboard.operations.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** Fields as one text that is equal exactly where all fields are: each as its length in characters, {@code =} and itself, or {@code -} for NULL. SQL writes the same. */
final class FieldText {

    private FieldText() {}

    static String of(List<Optional<String>> values) {
        var out = new StringBuilder(128);
        for (var value : values) {
            if (value.isPresent()) {
                var text = value.get();
                out.append(text.codePointCount(0, text.length())).append('=').append(text);
            } else {
                out.append('-');
            }
        }
        return out.toString();
    }

    static List<Optional<String>> read(String fields) {
        var values = new ArrayList<Optional<String>>();
        for (int at = 0; at < fields.length(); ) {
            if (fields.charAt(at) == '-') {
                values.add(Optional.empty());
                at++;
            } else {
                int start = fields.indexOf('=', at) + 1;
                int end = fields.offsetByCodePoints(start, Integer.parseInt(fields, at, start - 1, 10));
                values.add(Optional.of(fields.substring(start, end)));
                at = end;
            }
        }
        return values;
    }

    /** As the database's CRC32. */
    static long digest(String fields) {
        var digest = new CRC32();
        digest.update(fields.getBytes(StandardCharsets.UTF_8));
        return digest.getValue();
    }
}
