package io.switchboard.verify;

/** What was seen while verifying. {@code receiptsVerified} counts those whose every check holds. */
final class Tally {

    int files;
    int receipts;
    int receiptsVerified;
    int disclosures;
    int documents;

    String summary() {
        return receipts + " receipts, " + disclosures + " disclosures";
    }
}
