package io.switchboard.platform.documents;

import io.switchboard.kernel.Sha256;

/** Prints the digest of one document, for a virtual machine of its own. */
final class DigestOfASample {

    private DigestOfASample() {}

    public static void main(String[] args) {
        System.out.println(digest());
    }

    static Sha256 digest() {
        var request = Samples.onePager("Globex שלום 漢字", Samples.claims(6), Samples.twin("{}"), null);
        return new DocumentRenderer().render(request).digest();
    }
}
