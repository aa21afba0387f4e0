package io.switchboard.verify;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a file may be in a bundle, and how large it may be there, in bytes. The order matters: a twin is no other document. */
enum Place {
    BAGIT("bagit\\.txt", 1 << 10),
    MANIFEST("manifest-sha256\\.txt", 128 << 20),
    GUIDE("data/VERIFY\\.md", 4 << 20),
    STATEMENT("data/bundle\\.dsse\\.json", 128 << 20),
    CERTIFICATES("data/certificates\\.pem", 4 << 20),
    AUTHORITIES("data/anchors/authorities\\.pem", 4 << 20),
    STAMPED("data/anchors/(0|[1-9][0-9]{0,15})\\.checkpoint", 1 << 20),
    TIME_TOKEN("data/anchors/(0|[1-9][0-9]{0,15})\\.tsr", 64 << 10),
    CHECKPOINT("data/checkpoint", 1 << 20),
    CONSISTENCY("data/consistency/((?:0|[1-9][0-9]{0,15})-(?:0|[1-9][0-9]{0,15}))", 1 << 20),
    DISCLOSURES("data/disclosures/(rcp_[a-z2-7]{32})\\.json", 4 << 20),
    TWIN("data/documents/([^/]+)\\.json", 32 << 20),
    DOCUMENT("data/documents/([^/]+)\\.[^/.]+", 512 << 20),
    KEYS("data/keys\\.json", 16 << 20),
    PROOF("data/proofs/(rcp_[a-z2-7]{32})\\.tlog-proof", 1 << 20),
    RECEIPT("data/receipts/(rcp_[a-z2-7]{32})\\.dsse\\.json", 256 << 10);

    private final String beginning;
    private final Pattern pattern;
    private final int limit;

    Place(String pattern, int limit) {
        this.beginning = pattern.split("[\\\\(\\[]", 2)[0];
        this.pattern = Pattern.compile(pattern);
        this.limit = limit;
    }

    static Optional<Place> of(String path) {
        return Arrays.stream(values())
                .filter(p ->
                        path.startsWith(p.beginning) && p.pattern.matcher(path).matches())
                .findFirst();
    }

    int limit() {
        return limit;
    }

    /** The variable part of the path: a receipt's id, a document's name. */
    String stem(String path) {
        var matcher = pattern.matcher(path);
        return matcher.matches() && matcher.groupCount() > 0 ? matcher.group(1) : path;
    }
}
