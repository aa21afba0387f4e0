package io.switchboard.insight.trustreports;

import io.switchboard.insight.assurance.Words;
import io.switchboard.operations.incidents.Incident;
import io.switchboard.operations.incidents.IncidentStatus;
import io.switchboard.operations.incidents.Incidents;
import io.switchboard.operations.incidents.Response;
import io.switchboard.operations.incidents.ResponseTimes;
import io.switchboard.operations.incidents.Severity;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The service levels of the week, the incidents that were opened, and how quickly they were looked after. */
@Component
@Order(1)
class IncidentsSection implements SectionSource {

    private static final int MOST = 10_000;
    private static final Set<IncidentStatus> ENDED =
            Set.of(IncidentStatus.RESOLVED, IncidentStatus.CLOSED, IncidentStatus.CANCELLED, IncidentStatus.MITIGATED);

    private final Incidents incidents;
    private final LevelMeasures levels;

    IncidentsSection(Incidents incidents, LevelMeasures levels) {
        this.incidents = incidents;
        this.levels = levels;
    }

    @Override
    public Section of(Tenant tenant, Span span) {
        var now = opened(tenant, span);
        var before = opened(tenant, span.before());
        var standing = levels.of(tenant, span);
        long open = now.stream()
                .filter(incident -> !ENDED.contains(incident.status()))
                .count();
        var section = Section.of(
                "incidents",
                "Service levels and incidents",
                open == 0 && !standing.trouble() ? Section.State.AS_IT_SHOULD_BE : Section.State.LOOK,
                standing.words() + " " + summary(now.size(), open),
                Stream.of(
                                standing.measures(),
                                measures(now, before),
                                List.of(levels.againstBaseline(tenant, now, before)))
                        .flatMap(List::stream)
                        .toList());
        return now.isEmpty() ? section : section.with(details(now));
    }

    private static String summary(int opened, long open) {
        return opened == 0
                ? "No incident was opened."
                : Words.count(opened, "incident was opened", "incidents were opened") + "; " + Words.number(open)
                        + " of them " + (open == 1 ? "is" : "are") + " neither mitigated nor resolved.";
    }

    private static List<Measure> measures(List<Incident> now, List<Incident> before) {
        return List.of(
                new Measure(
                        "opened",
                        "Incidents opened",
                        new Reading.Count(now.size()),
                        new Reading.Count(before.size()),
                        "Incidents whose beginning lies in the week, also imported ones."),
                median("mtta", "Time to acknowledge (MTTA)", now, before, "acknowledged", Which.ACKNOWLEDGED),
                median("mttm", "Time to mitigate (MTTM)", now, before, "mitigated", Which.MITIGATED),
                median("mttr", "Time to resolve (MTTR)", now, before, "resolved", Which.RESOLVED));
    }

    private List<Incident> opened(Tenant tenant, Span span) {
        return incidents.openedBetween(tenant.id(), span.from(), span.until(), MOST);
    }

    private enum Which {
        ACKNOWLEDGED,
        MITIGATED,
        RESOLVED;

        Reading of(List<Incident> incidents) {
            var times = ResponseTimes.of(incidents);
            return Reading.took(
                    switch (this) {
                        case ACKNOWLEDGED -> times.mtta().value();
                        case MITIGATED -> times.mttm().value();
                        case RESOLVED -> times.mttr().value();
                    });
        }
    }

    private static Measure median(
            String id, String title, List<Incident> now, List<Incident> before, String until, Which which) {
        return new Measure(
                id,
                title,
                which.of(now),
                which.of(before),
                "Median from opened to " + until + ", of the incidents opened in the week that are.");
    }

    private static Details details(List<Incident> incidents) {
        return new Details(
                "Incidents opened in the week",
                List.of("Incident", "Severity", "Status", "Mitigated after"),
                incidents.stream()
                        .limit(Details.MOST)
                        .map(IncidentsSection::row)
                        .toList(),
                incidents.size());
    }

    private static List<String> row(Incident incident) {
        return List.of(
                incident.key() + " " + incident.title(),
                incident.severity().map(Severity::word).orElse("not given"),
                incident.status().wire(),
                took(Response.of(incident).mitigated()));
    }

    private static String took(Optional<Duration> time) {
        return time.<Reading>map(Reading.Took::new).map(Reading::words).orElse("not yet");
    }
}
