package io.switchboard.operations.administration;

import io.switchboard.operations.imports.documents.DocumentFile;
import io.switchboard.operations.imports.documents.DocumentFormat;
import io.switchboard.operations.imports.documents.DocumentReader;
import io.switchboard.operations.imports.documents.DocumentRow;
import io.switchboard.operations.imports.documents.FileHead;
import io.switchboard.operations.imports.documents.Outline;
import io.switchboard.operations.imports.documents.UnreadableFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Users as SCIM 2.0 (RFC 7643 and 7644) writes them in JSON. A password is refused before anything is stored. */
final class ScimFormat implements DocumentFormat {

    private static final int MOST_IGNORED = 100;

    @Override
    public String id() {
        return "scim";
    }

    @Override
    public String title() {
        return "SCIM 2.0 (JSON)";
    }

    @Override
    public boolean recognises(FileHead head) {
        return head.looksLikeJson();
    }

    @Override
    public Outline outline(DocumentFile file) {
        try (var entries = ScimEntries.open(file.open())) {
            var columns = new TreeSet<String>(Set.of("user_name"));
            var ignored = new LinkedHashSet<String>();
            long count = 0;
            for (; entries.hasNext(); count++) {
                var entry = entries.next();
                requireNoPassword(entry);
                var user = new ScimUser(entry);
                columns.addAll(user.columns());
                if (entry.problems().isEmpty()) {
                    ignored.addAll(user.ignored());
                }
            }
            ignored.addAll(entries.unknown());
            return new Outline(filled(columns), few(ignored), notes(entries, count));
        }
    }

    private static void requireNoPassword(ScimEntry entry) {
        entry.at("/password").ifPresent(password -> {
            throw new UnreadableFile(
                    "secret-in-file",
                    "The file has a password at " + entry.pointerTo(password)
                            + ". The portal takes none, since people sign in at their identity provider. Take all passwords out and upload the file again.");
        });
    }

    private static Map<String, String> filled(Set<String> columns) {
        var filled = new LinkedHashMap<>(ScimUser.ATTRIBUTES);
        filled.keySet().retainAll(columns);
        return filled;
    }

    private static List<String> few(Set<String> ignored) {
        var names = new ArrayList<>(ignored);
        if (names.size() > MOST_IGNORED) {
            int more = names.size() - MOST_IGNORED;
            names.subList(MOST_IGNORED, names.size()).clear();
            names.add("and " + more + " more");
        }
        return names;
    }

    private static List<String> notes(ScimEntries entries, long count) {
        long total = entries.total().orElse(count);
        return total <= count
                ? List.of()
                : List.of("The file says that there are " + total + " resources and has " + count
                        + ": it is one page of several. Import the other pages, too.");
    }

    @Override
    public DocumentReader read(DocumentFile file, List<String> columns) {
        var entries = ScimEntries.open(file.open());
        return new DocumentReader() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public DocumentRow next() {
                return new ScimUser(entries.next()).row(columns);
            }

            @Override
            public void close() {
                entries.close();
            }
        };
    }
}
