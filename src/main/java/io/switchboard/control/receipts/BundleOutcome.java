package io.switchboard.control.receipts;

/** How writing a bundle ended. */
public sealed interface BundleOutcome {

    /** The zip is complete: so many receipts, so many files under {@code data/}, so many bytes of content. */
    record Written(int receipts, int files, long contentBytes) implements BundleOutcome {}

    /** Nothing was written; {@code why} says which limit and what to do. */
    record TooLarge(String why) implements BundleOutcome {}
}
