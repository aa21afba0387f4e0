package io.switchboard.insight.assurance;

import io.switchboard.control.receipts.SignedReceipt;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import java.util.Map;
import java.util.Optional;

/**
 * Counts receipts that agree with a claim and remembers the first that does not. Its evidence is the digest of the lines that a bundle's
 * manifest has for the receipts seen ({@code <sha256 of the envelope>  data/receipts/<id>.dsse.json}), so that an outsider can recompute it.
 */
final class Tally {

    private final Lines lines = new Lines();
    private long seen;
    private long good;
    private Optional<ReceiptId> firstBad = Optional.empty();

    void add(SignedReceipt receipt, boolean agrees) {
        var id = receipt.id();
        lines.add(Sha256.of(receipt.envelope().bytes()) + "  data/receipts/" + id + ".dsse.json");
        seen++;
        if (agrees) {
            good++;
        } else if (firstBad.isEmpty()) {
            firstBad = Optional.of(id);
        }
    }

    long seen() {
        return seen;
    }

    long good() {
        return good;
    }

    /** {@code figure} names the number of those that agree, {@code agree} says in words what they do. */
    Finding finding(String figure, String agree, int days) {
        var figures = Map.of("receipts", seen, figure, good, "days", (long) days);
        var of = Words.of(good, seen, "receipts") + " of the last " + days + " days " + agree + ".";
        return finding(of, "in the last " + days + " days", figures);
    }

    Finding finding(String of, String when, Map<String, Long> figures) {
        if (seen == 0) {
            return Finding.nothingToLookAt(
                    "No receipt was left here " + when + ", so there is nothing that could prove it.", figures);
        }
        return firstBad.map(bad ->
                        Finding.notProven(of + " The first that does not is " + bad + ".", figures, lines.digest()))
                .orElseGet(() -> Finding.holds(of, figures, lines.digest()));
    }
}
