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
        human.lines.addAll(failures(report.findings()));
        human.facts();
        human.lines.add(human.verdict());
        return human.lines;
    }

    /** A line for each failure that is kept, and one for the rest. */
    static List<String> failures(Findings findings) {
        var lines = new ArrayList<String>();
        findings.kept().forEach(failure -> lines.add("FAIL  " + failure.line()));
        long hidden = findings.total() - findings.kept().size();
        if (hidden > 0) {
            lines.add("FAIL  and " + hidden + " more");
        }
        return lines;
    }

    private void facts() {
        Tally tally = report.tally();
        add("bundle", Printable.of(report.request().bundle().getFileName().toString()));
        add("root", report.fingerprint().orElse("none given"));
        add("log", report.log().orElse("not established"));
        add("files", String.valueOf(tally.files));
        add("receipts", tally.receiptsVerified + " of " + tally.receipts + " verified");
        add("checkpoint", report.evidence().checkpoint().map(HumanReport::state).orElse("none"));
        add("proofs", tally.receiptsIncluded + " of " + tally.receipts + " receipts are in the log");
        report.evidence().anchors().forEach(anchor -> add("timestamp", stamp(anchor)));
        report.extended().ifPresent(size -> add("extends", "the older checkpoint of size " + size));
        report.copy().ifPresent(copy -> add("copy", copied(copy)));
        add("disclosures", String.valueOf(tally.disclosures));
        add("documents", String.valueOf(tally.documents));
        report.level().ifPresent(level -> add("level", level.wire()));
        add("note", report.caution());
    }

    static String state(SignedCheckpoint checkpoint) {
        return "size " + checkpoint.size() + " of " + checkpoint.checkpoint().origin();
    }

    private static String copied(CopyCheck.Shown copy) {
        return "of the document of " + copy.receipt()
                + (copy.sections() == 0
                        ? ""
                        : ", " + copy.shown() + " of " + copy.sections() + " sections shown, as it commits to them");
    }

    private static String stamp(Anchor anchor) {
        return "size " + anchor.size() + " at " + anchor.time() + " by " + anchor.authority()
                + (anchor.pinned() ? "" : " - the time token is not checked against a pinned authority (--tsa-roots)");
    }

    private void add(String name, String value) {
        lines.add(fact(name, value));
    }

    /** One fact, the values below each other. */
    static String fact(String name, String value) {
        return name + " ".repeat(13 - name.length()) + value;
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
