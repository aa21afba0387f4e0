package io.switchboard.operations.ledger;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody wants on record.
 *
 * @param about what it is about, such as a policy, a release or an address in the portal
 * @param signatures how many people other than the one who records it have to sign
 * @param until the last day (UTC) on which it counts
 */
public record NewEntry(
        Decided decided, String title, String rationale, Optional<String> about, int signatures, LocalDate until) {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_RATIONALE = 4000;
    public static final int LONGEST_ABOUT = 300;
    public static final int MOST_SIGNATURES = 5;
    public static final int MOST_DAYS = 366;
}
