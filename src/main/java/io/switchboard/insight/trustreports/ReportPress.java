package io.switchboard.insight.trustreports;

import io.switchboard.insight.assurance.Words;
import io.switchboard.platform.documents.BarChart;
import io.switchboard.platform.documents.DocumentBrand;
import io.switchboard.platform.documents.DocumentProperties;
import io.switchboard.platform.documents.DocumentRenderer;
import io.switchboard.platform.documents.DocumentRequest;
import io.switchboard.platform.documents.DocumentSigner;
import io.switchboard.platform.documents.DocumentTemplate;
import io.switchboard.platform.documents.DocumentTwin;
import io.switchboard.platform.signing.KeyRing;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sets a report as a signed document. Mechanism only: whoever issues one asked policy first. */
@Component
class ReportPress {

    private static final DocumentTemplate TEMPLATE = new DocumentTemplate("trustreports/trust-report");

    private final DocumentRenderer renderer;
    private final KeyRing keys;

    ReportPress(DocumentRenderer renderer, KeyRing keys) {
        this.renderer = renderer;
        this.keys = keys;
    }

    ReportDocuments print(ReportFacts facts) {
        var json = facts.json();
        var key = keys.documentSigner(facts.tenant().id());
        var rendered = renderer.render(request(facts, json), DocumentSigner.of(key.chain(), key::sign));
        return new ReportDocuments(rendered.pdf(), json, new ReportHtml(facts).page());
    }

    static DocumentRequest request(ReportFacts facts, byte[] json) {
        var tenant = facts.tenant();
        return new DocumentRequest(
                        TEMPLATE,
                        new DocumentProperties(
                                "Trust Report " + facts.span().week().iso(),
                                "What " + tenant.name() + " did under policy from " + facts.period(),
                                "Switchboard",
                                Locale.UK,
                                facts.span().asOf()),
                        new DocumentBrand(tenant.name(), tenant.settings().accent(), null),
                        parameters(facts),
                        IntStream.range(0, facts.sections().size())
                                .mapToObj(number -> row(
                                        number + 1,
                                        facts.sections().get(number),
                                        tenant.settings().accent()))
                                .toList(),
                        new DocumentTwin(facts.fileName() + ".json", json))
                .as(facts.copy().map(ReportCopy::document));
    }

    private static Map<String, ?> parameters(ReportFacts facts) {
        return Map.of(
                "tenantName", facts.tenant().name(),
                "period", facts.period(),
                "asOf", facts.span().asOf(),
                "note", note(facts),
                "fine", facts.in(Section.State.AS_IT_SHOULD_BE),
                "look", facts.in(Section.State.LOOK),
                "unrecorded", facts.in(Section.State.NOT_RECORDED),
                "contents", contents(facts),
                "documentId", facts.documentId(),
                "rootFingerprint", facts.rootFingerprint());
    }

    static String note(ReportFacts facts) {
        var copy = facts.copy()
                .map(it -> it.words(facts.tenant().name(), facts.sections().size()) + " ")
                .orElse("");
        var interim = facts.span().isInterim() ? "The week is not over: this counts up to the moment above. " : "";
        var revision = facts.revision() > 1
                ? "This is report " + facts.revision() + " of the week; the ones before stand as they were made. "
                : "";
        return (copy + interim + revision + facts.late().orElse("")).strip();
    }

    private static List<Map<String, Object>> contents(ReportFacts facts) {
        return IntStream.range(0, facts.sections().size())
                .mapToObj(number -> Map.<String, Object>of(
                        "number", number + 1,
                        "title", facts.sections().get(number).title(),
                        "state", facts.sections().get(number).state().words(),
                        "anchor", anchor(number + 1)))
                .toList();
    }

    private static String anchor(int number) {
        return "section-" + number;
    }

    /** What the template calls a row. */
    private static Map<String, @Nullable Object> row(int number, Section section, String accent) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("number", number);
        row.put("anchor", anchor(number));
        row.put("title", section.title());
        row.put("state", section.state().words());
        row.put("sign", sign(section.state()));
        row.put("colour", colour(section.state()));
        row.put("summary", section.summary());
        row.put("measures", section.state() == Section.State.WITHHELD ? null : measures(section));
        row.put("chart", section.days().isEmpty() ? null : chart(section, accent));
        row.put("chartSays", chartSays(section));
        var details = section.details();
        row.put("detailsTitle", details.map(Details::title).orElse(null));
        for (int column = 0; column < Details.COLUMNS; column++) {
            int of = column;
            row.put("column" + (of + 1), details.map(it -> it.columns().get(of)).orElse(null));
        }
        row.put("details", details.map(ReportPress::detailRows).orElse(null));
        row.put("cut", details.filter(Details::isCut).map(ReportPress::cut).orElse(null));
        return row;
    }

    private static List<Map<String, String>> measures(Section section) {
        return section.measures().stream()
                .map(measure -> Map.of(
                        "title", measure.title(),
                        "counted", measure.counted(),
                        "now", measure.now().words(),
                        "before", measure.before().words()))
                .toList();
    }

    /** As {@code StateIcon} calls it. */
    private static String sign(Section.State state) {
        return switch (state) {
            case AS_IT_SHOULD_BE -> "check";
            case LOOK -> "exclamation";
            case NOT_RECORDED, WITHHELD -> "dash";
        };
    }

    private static String colour(Section.State state) {
        return switch (state) {
            case AS_IT_SHOULD_BE -> "#1B7F4B";
            case LOOK -> "#8A5A00";
            case NOT_RECORDED, WITHHELD -> "#596273";
        };
    }

    private static BarChart chart(Section section, String accent) {
        return BarChart.of(
                section.days().stream()
                        .map(day -> new BarChart.Bar(day.name(), List.of(day.allowed(), day.denied(), day.failed())))
                        .toList(),
                List.of(accent, "#B42318", "#8A5A00"));
    }

    private static @Nullable String chartSays(Section section) {
        return section.days().isEmpty()
                ? null
                : section.days().stream()
                        .map(day -> day.name() + ": " + Words.number(day.allowed()) + " allowed, "
                                + Words.number(day.denied()) + " denied, " + Words.number(day.failed()) + " failed")
                        .reduce((one, other) -> one + "; " + other)
                        .orElseThrow();
    }

    private static List<Map<String, String>> detailRows(Details details) {
        return details.rows().stream()
                .map(row -> Map.of("cell1", row.get(0), "cell2", row.get(1), "cell3", row.get(2), "cell4", row.get(3)))
                .toList();
    }

    private static String cut(Details details) {
        return Words.number(details.rows().size()) + " of " + Words.number(details.total())
                + " are shown here. The evidence bundle of the week has the receipts of all.";
    }
}
