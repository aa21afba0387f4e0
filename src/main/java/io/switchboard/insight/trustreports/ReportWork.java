package io.switchboard.insight.trustreports;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the reports that are due, the oldest missing week first, one of each tenant at a time. One that cannot be made keeps no other tenant from its own, and is tried again after an hour. */
@Component
class ReportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ReportWork.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final TrustReports reports;
    private final ReportRows rows;
    private final ReportScheduleRows schedules;
    private final Tenants tenants;
    private final Clock clock;

    ReportWork(TrustReports reports, ReportRows rows, ReportScheduleRows schedules, Tenants tenants, Clock clock) {
        this.reports = reports;
        this.rows = rows;
        this.schedules = schedules;
        this.tenants = tenants;
        this.clock = clock;
    }

    void work() {
        schedules.on().forEach(this::work);
    }

    private void work(Schedule schedule) {
        var now = clock.instant();
        boolean waits = schedule.retryAt().filter(now::isBefore).isPresent();
        if (!waits) {
            due(schedule, now).ifPresent(week -> make(schedule, week, now));
        }
    }

    /** The oldest week that is due and has no report of its whole; none for a tenant that is no longer subscribed. */
    Optional<Week> due(Schedule schedule, Instant now) {
        if (tenants.find(schedule.tenant()).filter(TrustReportDesk::isIncluded).isEmpty()) {
            return Optional.empty();
        }
        var week = Week.of(schedule.onSince().orElseThrow(), schedule.zone());
        while (!Schedule.due(week).isAfter(now)) {
            if (!rows.isMade(schedule.tenant(), week)) {
                return Optional.of(week);
            }
            week = week.next();
        }
        return Optional.empty();
    }

    private void make(Schedule schedule, Week week, Instant now) {
        try {
            var ended = reports.issueDue(Caller.system(schedule.tenant(), "trust-reports"), week);
            if (!(ended instanceof Enforced.Done<TrustReport>)) {
                LOG.warn("The trust report {} of {} was not made: {}", week.iso(), schedule.tenant(), ended);
                schedules.retry(schedule.tenant(), now.plus(PAUSE));
            }
        } catch (RuntimeException e) {
            LOG.error("The trust report {} of {} could not be made", week.iso(), schedule.tenant(), e);
            schedules.retry(schedule.tenant(), now.plus(PAUSE));
        }
    }
}
