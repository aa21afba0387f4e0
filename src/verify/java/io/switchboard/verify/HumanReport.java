package io.switchboard.verify;

import java.util.ArrayList;
import java.util.List;

/** The answer for people: failures first, one line each, then what was seen, the verdict last. */
final class HumanReport {

    private final Report report;
    private final List<String> lines = new ArrayList<>();

    private HumanReport(Report report) {
        this.report = report;
    }

    static List<String> lines(Report report) {
        var human = new HumanReport(report);
        human.failures();
        human.facts();
        human.lines.add(human.verdict());
        return human.lines;
    }

    private void failures() {
        report.findings().kept().forEach(failure -> lines.add("FAIL  " + failure.line()));
        long hidden = report.findings().total() - report.findings().kept().size();
        if (hidden > 0) {
            lines.add("FAIL  and " + hidden + " more");
        }
    }

    private void facts() {
        Tally tally = report.tally();
        fact("bundle", Printable.of(report.request().bundle().getFileName().toString()));
        fact("root", report.fingerprint().orElse("none given"));
        fact("log", report.log().orElse("not established"));
        fact("files", String.valueOf(tally.files));
        fact("receipts", tally.receiptsVerified + " of " + tally.receipts + " verified");
        fact(
                "checkpoint",
                report.evidence().checkpoint().map(HumanReport::state).orElse("none"));
        fact("proofs", tally.receiptsIncluded + " of " + tally.receipts + " receipts are in the log");
        report.extended().ifPresent(size -> fact("extends", "the older checkpoint of size " + size));
        fact("disclosures", String.valueOf(tally.disclosures));
        fact("documents", String.valueOf(tally.documents));
        report.level().ifPresent(level -> fact("level", level.wire()));
        fact("note", report.caution());
    }

    private static String state(SignedCheckpoint checkpoint) {
        return "size " + checkpoint.size() + " of " + checkpoint.checkpoint().origin();
    }

    private void fact(String name, String value) {
        lines.add(name + " ".repeat(13 - name.length()) + value);
    }

    private String verdict() {
        String word = report.verdict().wire();
        return switch (report.verdict()) {
            case VALID ->
                word + ": " + report.reached().wire() + " - "
                        + report.tally().summary() + ", log " + report.log().orElse("none") + ", root "
                        + report.fingerprint().orElse("none");
            case SELF_ASSERTED ->
                word + ": the bundle fits together, but no trust root vouches for its keys - "
                        + report.tally().summary();
            case INVALID ->
                word + ": failures: " + report.findings().total() + " - "
                        + report.tally().summary();
        };
    }
}
