package io.switchboard.verify;

/** What was seen while verifying. {@code receiptsVerified} counts those whose every check holds; of these, others are in the log, or
 * timestamped as well. */
final class Tally {

    int files;
    int receipts;
    int receiptsVerified;
    int receiptsIncluded;
    int receiptsAnchored;
    /** By a key that has an end, and not timestamped before it. */
    int restingOnClaim;

    int disclosures;
    int documents;

    void verified(SigningKey key, Inclusion inclusion) {
        receiptsVerified++;
        restingOnClaim += inclusion.restsOnClaim(key) ? 1 : 0;
        receiptsIncluded += inclusion.proven() ? 1 : 0;
        receiptsAnchored += inclusion.by().isPresent() ? 1 : 0;
    }

    String summary() {
        return receipts + " receipts, " + disclosures + " disclosures";
    }
}
