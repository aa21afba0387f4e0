package io.switchboard.insight.trustreports;

import io.switchboard.kernel.Slug;

/** What files of a report are called, without extension. */
final class ReportName {

    private ReportName() {}

    static String of(Slug tenant, Week week, int revision) {
        return "trust-report-" + tenant + "-" + week.iso() + (revision == 1 ? "" : "-" + revision);
    }
}
