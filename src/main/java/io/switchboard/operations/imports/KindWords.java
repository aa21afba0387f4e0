package io.switchboard.operations.imports;

import java.util.List;
import java.util.Optional;

/**
 * What pages say about a kind of rows: {@code one}, {@code many} and what a row's {@code key} is called, in the middle of a sentence; {@code accepted} what files of it may be, in sentences; {@code notChecked} completes "Not checked: " about a dry run;
 * {@code afterwards} a sentence about what a commit led to.
 */
public record KindWords(
        String one,
        String many,
        String key,
        List<String> accepted,
        Optional<String> notChecked,
        Optional<String> afterwards) {

    public KindWords {
        accepted = List.copyOf(accepted);
    }

    static KindWords of(String kind) {
        return new KindWords("row", kind, "key", List.of(), Optional.empty(), Optional.empty());
    }
}
