package io.switchboard.operations.imports;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How many changes one commit takes, since it is one transaction; and how to split a file that has more. */
@Component
class CommitLimit {

    private final int most;

    CommitLimit(@Value("${switchboard.imports.commit-limit:200000}") int most) {
        this.most = most;
    }

    boolean isExceededBy(long changes) {
        return changes > most;
    }

    String advice(long changes) {
        return "The plan has " + changes + " changes; one commit takes at most " + most + ". Split the file into "
                + (changes + most - 1) / most + " parts of whole rows, each with the header line.";
    }
}
