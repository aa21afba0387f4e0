package io.switchboard.insight.trustreports;

import io.switchboard.kernel.Base32;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.documents.DocumentCopy;
import io.switchboard.platform.signing.CanonicalJson;
import io.switchboard.platform.tenancy.Tenant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything a report says: the same facts make the same document. {@code late} says why it was made later than it was due. {@code nonce} is 128 random bits without which nobody who has some sections finds out
 * others by trying: see {@link SectionCommitments}. Reports from before it have none, and no copy shows it.
 */
record ReportFacts(
        Tenant tenant,
        Span span,
        int revision,
        String rootFingerprint,
        Optional<String> late,
        Optional<String> nonce,
        List<Section> sections,
        Optional<ReportCopy> copy) {

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
        nonce.ifPresent(random -> json.put("nonce", random));
        copy.ifPresent(it -> json.put("copy", it.toJson()));
        return CanonicalJson.of(json);
    }

    /** {@code doc_…}, from the digest of the facts. */
    String documentId() {
        return "doc_" + Base32.encode(Arrays.copyOf(Sha256.of(json()).bytes(), 10));
    }

    /** {@code trust-report-acme-2026-W47}, {@code -2} where it is the second of its week, and {@code -copy}. */
    String fileName() {
        return ReportName.of(tenant.slug(), span.week(), revision) + (copy.isPresent() ? "-copy" : "");
    }

    /** None for a report from before there were any. */
    Optional<SectionCommitments> commitments() {
        return nonce.map(random -> SectionCommitments.of(random, sections));
    }

    /** The same, with only these sections disclosed. */
    ReportFacts copied(DocumentCopy as, Set<String> disclosed) {
        var committed = commitments();
        return new ReportFacts(
                tenant,
                span,
                revision,
                rootFingerprint,
                late,
                Optional.empty(),
                sections.stream()
                        .map(section -> disclosed.contains(section.id())
                                ? section
                                : section.withheld(
                                        tenant.name(), committed.orElseThrow().digest(section.id())))
                        .toList(),
                Optional.of(new ReportCopy(as, committed.map(it -> it.disclosing(disclosed)), withheld(disclosed))));
    }

    private List<String> withheld(Set<String> disclosed) {
        return sections.stream()
                .map(Section::id)
                .filter(id -> !disclosed.contains(id))
                .toList();
    }

    /** How the report speaks of its time. */
    String period() {
        return span.week().words() + " (" + span.week().zoneName() + ")";
    }

    long in(Section.State state) {
        return sections.stream().filter(section -> section.state() == state).count();
    }
}
