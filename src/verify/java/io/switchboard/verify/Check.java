package io.switchboard.verify;

/** The checks by name, each with what its failure asks the reader to do. */
enum Check {
    ZIP("zip", "get the bundle again from its issuer, and do not unpack and pack it"),
    LAYOUT("layout", "get the bundle again from its issuer"),
    MANIFEST("manifest", "a file or the manifest was changed after sealing: get the bundle again"),
    ROOT("trust-root", "use the root file of the issuer whose fingerprint you pinned"),
    SELF_ASSERTED("self-asserted", "give --trust-root with the root whose fingerprint you pinned elsewhere"),
    KEYS("keys", "compare data/keys.json with the key set that the issuer publishes"),
    BUNDLE("bundle", "do not rely on the bundle, ask its issuer for a new export"),
    SUBJECTS("subjects", "a file differs from what the issuer signed: get the bundle again"),
    RECEIPT("receipt", "do not rely on this receipt, ask the issuer for it again"),
    CHECKPOINT("checkpoint", "do not rely on this state of the log, ask its issuer for a new export"),
    PROOF("proof", "it is not shown to be in the log: ask the issuer for a new export"),
    ANCHOR("anchor", "do not rely on this timestamp, ask the issuer for a new export"),
    TSA_ROOTS("tsa-roots", "give the PEM file with the certificates of the timestamping authority you trust"),
    CONSISTENCY(
            "consistency",
            "ask for a bundle since that state; if that does not hold either, the log was rewritten: keep both as evidence"),
    DISCLOSURE("disclosure", "do not rely on the disclosed values, ask the issuer for them again"),
    COPY("copy", "ask for the copy again, and for a bundle that was made after it; until then do not rely on the copy"),
    DOCUMENT("document", "do not rely on this document, ask the issuer for a new export"),
    CERTIFICATES("certificates", "ask the issuer for a new export"),
    MIRROR("mirror", "keep this copy and the issuer's answer as evidence, fetch the file again, and ask the issuer"),
    LEVEL("level", "ask for a bundle of that level, or require a lower one");

    private final String label;
    private final String remedy;

    Check(String label, String remedy) {
        this.label = label;
        this.remedy = remedy;
    }

    String label() {
        return label;
    }

    String remedy() {
        return remedy;
    }
}
