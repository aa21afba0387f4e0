package io.switchboard.insight.trustreports;

import io.switchboard.kernel.Base32;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.signing.CanonicalJson;
import io.switchboard.platform.tenancy.Tenant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything a report says: the same facts make the same document. {@code late} says why it was made later than it was due. */
record ReportFacts(
        Tenant tenant, Span span, int revision, String rootFingerprint, Optional<String> late, List<Section> sections) {

    static final String TYPE = "https://switchboard.example/trust-report/v1";

    ReportFacts {
        sections = List.copyOf(sections);
    }

    /** Canonical (RFC 8785), so that its digest names these facts and nothing else. */
    byte[] json() {
        var week = span.week();
        Map<String, Object> json = new HashMap<>(Map.of(
                "type", TYPE,
                "tenant",
                        Map.of(
                                "slug", tenant.slug().value(),
                                "name", tenant.name(),
                                "log", tenant.log().value()),
                "week",
                        Map.of(
                                "iso", week.iso(),
                                "zone", week.zoneName(),
                                "from", span.from().toString(),
                                "until", span.until().toString()),
                "asOf", span.asOf().toString(),
                "interim", span.isInterim(),
                "revision", revision,
                "trustRoot", rootFingerprint,
                "sections", sections.stream().map(Section::json).toList()));
        late.ifPresent(why -> json.put("late", why));
        return CanonicalJson.of(json);
    }

    /** {@code doc_…}, from the digest of the facts. */
    String documentId() {
        return "doc_" + Base32.encode(Arrays.copyOf(Sha256.of(json()).bytes(), 10));
    }

    /** {@code trust-report-acme-2026-W47}, and {@code -2} where it is the second of its week. */
    String fileName() {
        return ReportName.of(tenant.slug(), span.week(), revision);
    }

    /** How the report speaks of its time. */
    String period() {
        return span.week().words() + " (" + span.week().zoneName() + ")";
    }

    long in(Section.State state) {
        return sections.stream().filter(section -> section.state() == state).count();
    }
}
