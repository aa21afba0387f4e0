package io.switchboard.insight.trustreports;

import io.switchboard.insight.assurance.Oscal;
import io.switchboard.insight.assurance.Oscal.Finding;
import io.switchboard.insight.assurance.Oscal.Observation;
import io.switchboard.insight.assurance.Oscal.Status;
import io.switchboard.kernel.Base32;
import io.switchboard.kernel.Sha256;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A report as OSCAL assessment results, from its JSON twin: a finding for each section, an observation for each of its measures. What nobody records satisfies nothing, with the reason {@code other}. */
final class ReportOscal {

    private ReportOscal() {}

    static byte[] of(byte[] twin) {
        var report = JsonMapper.shared().readTree(twin);
        var asOf = Instant.parse(text(report, "asOf"));
        var tenant = report.path("tenant");
        var week = report.path("week");
        return new Oscal(
                        "doc_" + Base32.encode(Arrays.copyOf(Sha256.of(twin).bytes(), 10)),
                        "Trust Report " + text(week, "iso") + " of " + text(tenant, "name"),
                        text(tenant, "name"),
                        text(tenant, "log"),
                        asOf,
                        new Oscal.Period(Instant.parse(text(week, "from")), Instant.parse(text(week, "until"))),
                        report.path("sections")
                                .valueStream()
                                .map(section -> finding(section, asOf))
                                .toList())
                .json();
    }

    private static Finding finding(JsonNode section, Instant asOf) {
        return new Finding(
                text(section, "id"),
                text(section, "title"),
                text(section, "summary"),
                status(text(section, "state")),
                section.path("measures")
                        .valueStream()
                        .map(measure -> observation(measure, asOf))
                        .toList());
    }

    /** By the words that the report prints; a section that a copy withholds is one of which nothing is known. */
    private static Status status(String words) {
        if (words.equals(Section.State.AS_IT_SHOULD_BE.words())) {
            return Status.PASS;
        }
        return words.equals(Section.State.LOOK.words()) ? Status.FAIL : Status.OTHER;
    }

    private static Observation observation(JsonNode measure, Instant asOf) {
        return new Observation(
                text(measure, "id"),
                text(measure, "title"),
                text(measure.path("week"), "words") + " in the week, "
                        + text(measure.path("weekBefore"), "words") + " in the week before. "
                        + text(measure, "counted"),
                asOf,
                Optional.empty(),
                List.of());
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
