package io.switchboard.control.receipts;

/** How writing a bundle ended. */
public sealed interface BundleOutcome {

    /** The zip is complete: so many receipts, so many files under {@code data/}, so many bytes of content, under a tree of that size. */
    record Written(int receipts, int files, long contentBytes, long treeSize) implements BundleOutcome {}

    /** Nothing was written; {@code why} says which limit and what to do. */
    record TooLarge(String why) implements BundleOutcome {}

    /** Nothing was written: the log's files cannot be read now. */
    record LogAway(String why) implements BundleOutcome {}

    /** Nothing was written: the log never had the size since which something was to be shown. */
    record NoSuchTree(String why) implements BundleOutcome {}
}
