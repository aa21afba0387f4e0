package io.switchboard.insight.trustreports;

import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the facts of a report back from the JSON that was kept of it. */
final class StoredReport {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StoredReport() {}

    /** Empty where they would not make the same JSON again: a report from a release that said things otherwise. */
    static Optional<ReportFacts> facts(Tenant tenant, TrustReport report, byte[] json) {
        var facts = read(tenant, report, JSON.readTree(json));
        return Optional.of(facts).filter(it -> Arrays.equals(it.json(), json));
    }

    static ReportCopies.Sections sections(byte[] json) {
        var report = JSON.readTree(json);
        return new ReportCopies.Sections(
                list(report.path("sections"))
                        .map(section -> new ReportCopies.SectionTitle(
                                section.path("id").asString(),
                                section.path("title").asString()))
                        .toList(),
                report.has("nonce"));
    }

    private static ReportFacts read(Tenant tenant, TrustReport report, JsonNode json) {
        return new ReportFacts(
                named(tenant, json.path("tenant").path("name").asString()),
                new Span(report.week(), Instant.parse(json.path("asOf").asString())),
                report.revision(),
                json.path("trustRoot").asString(),
                text(json, "late"),
                text(json, "nonce"),
                list(json.path("sections")).map(StoredReport::section).toList(),
                Optional.empty());
    }

    /** As it was called then, with the colours that it has now. */
    private static Tenant named(Tenant tenant, String name) {
        var settings = tenant.settings();
        return new Tenant(
                tenant.id(),
                tenant.slug(),
                tenant.plan(),
                tenant.log(),
                new TenantSettings(name, settings.accent(), settings.contact(), settings.retentionDays()),
                tenant.version(),
                tenant.createdAt());
    }

    private static Section section(JsonNode json) {
        return new Section(
                json.path("id").asString(),
                json.path("title").asString(),
                state(json.path("state").asString()),
                json.path("summary").asString(),
                list(json.path("measures")).map(StoredReport::measure).toList(),
                list(json.path("days")).map(StoredReport::day).toList(),
                json.has("details") ? Optional.of(details(json.path("details"))) : Optional.empty());
    }

    private static Section.State state(String words) {
        return Arrays.stream(Section.State.values())
                .filter(state -> state.words().equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no section stands as " + words));
    }

    private static Measure measure(JsonNode json) {
        return new Measure(
                json.path("id").asString(),
                json.path("title").asString(),
                reading(json.path("week")),
                reading(json.path("weekBefore")),
                json.path("counted").asString());
    }

    private static Reading reading(JsonNode json) {
        if (json.has("count")) {
            return new Reading.Count(json.path("count").asLong());
        }
        if (json.has("whole")) {
            return new Reading.Share(
                    json.path("part").asLong(), json.path("whole").asLong());
        }
        if (json.has("seconds")) {
            return new Reading.Took(Duration.ofSeconds(json.path("seconds").asLong()));
        }
        return word(json.path("words").asString());
    }

    private static Reading word(String word) {
        if (word.equals(new Reading.Nothing().words())) {
            return new Reading.Nothing();
        }
        return word.equals(new Reading.NotRecorded().words()) ? new Reading.NotRecorded() : new Reading.Said(word);
    }

    private static Section.Day day(JsonNode json) {
        return new Section.Day(
                json.path("day").asString(),
                json.path("allowed").asLong(),
                json.path("denied").asLong(),
                json.path("failed").asLong());
    }

    private static Details details(JsonNode json) {
        return new Details(
                json.path("title").asString(),
                texts(json.path("columns")),
                list(json.path("rows")).map(StoredReport::texts).toList(),
                json.path("total").asLong());
    }

    private static List<String> texts(JsonNode json) {
        return list(json).map(JsonNode::asString).toList();
    }

    private static Optional<String> text(JsonNode json, String name) {
        return json.has(name) ? Optional.of(json.path(name).asString()) : Optional.empty();
    }

    private static java.util.stream.Stream<JsonNode> list(JsonNode json) {
        return StreamSupport.stream(json.spliterator(), false);
    }
}
