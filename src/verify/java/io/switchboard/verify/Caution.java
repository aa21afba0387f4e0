package io.switchboard.verify;

/** What a level does not prove, for a reader who sees only the verdict. */
final class Caution {

    private Caution() {}

    static String of(Report report) {
        String more = report.tally().restingOnClaim == 0
                ? ""
                : " That " + report.tally().restingOnClaim
                        + " receipts are from before their key ended is known from their own word only.";
        return text(report) + more;
    }

    private static String text(Report report) {
        return switch (report.reached()) {
            case SIGNED ->
                "signed proves who signed. Times are those the receipts claim, and nothing proves that no receipt is left out.";
            case INCLUDED ->
                "included proves that each receipt is in the log under this checkpoint. Times are those the receipts claim; that others"
                        + " are shown the same log is seen by comparing checkpoints (--checkpoint).";
            case ANCHORED ->
                "anchored proves that each receipt was in the log when the timestamping authority says; that others are shown the"
                        + " same log is seen by comparing checkpoints (--checkpoint).";
        };
    }
}
