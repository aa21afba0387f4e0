package io.switchboard.insight.trustreports;

import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.Decision;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** A tenant's reports and their schedule, for whoever may look. Looking leaves no receipt; taking a report along does. */
@Service
public class TrustReportDesk {

    public static final ActionId VIEW = new ActionId("trustreports.view");

    static final String REPORT = "TrustReport";

    private static final int MOST = 120;

    private final Viewing viewing;
    private final ReportRows rows;
    private final ReportScheduleRows schedules;
    private final Tenants tenants;

    TrustReportDesk(Viewing viewing, ReportRows rows, ReportScheduleRows schedules, Tenants tenants) {
        this.viewing = viewing;
        this.rows = rows;
        this.schedules = schedules;
        this.tenants = tenants;
    }

    /** The decision that stands against looking; empty for whoever may. */
    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, REPORT);
    }

    /** Whether weekly reports are part of what the tenant has subscribed to. */
    public static boolean isIncluded(Tenant tenant) {
        return tenant.plan() == Plan.ENTERPRISE && !tenant.isPlatform();
    }

    /** The latest week first; at most 120, and {@link #count} says how many there are. */
    public List<TrustReport> reports(Caller caller) {
        viewing.require(caller, VIEW, REPORT);
        return rows.list(caller.tenant(), MOST);
    }

    public long count(Caller caller) {
        viewing.require(caller, VIEW, REPORT);
        return rows.count(caller.tenant());
    }

    public Optional<TrustReport> find(Caller caller, ReportId id) {
        viewing.require(caller, VIEW, REPORT);
        return rows.find(caller.tenant(), id);
    }

    /** Those of whole weeks that begin on that day or later, for modules above that have asked whether the caller may see what they tell of them. */
    public List<TrustReport> since(TenantId tenant, LocalDate day) {
        return rows.list(tenant, MOST).stream()
                .filter(report -> !report.interim())
                .filter(report -> !report.week().monday().isBefore(day))
                .toList();
    }

    /** In which zone the tenant's weeks end. */
    public ZoneId zone(TenantId tenant) {
        return schedules.of(tenant).zone();
    }

    public Schedule schedule(Caller caller) {
        viewing.require(caller, VIEW, REPORT);
        return schedules.of(caller.tenant());
    }

    /** Whether there is something to switch on: asked by pages that would invite to it. */
    public boolean couldBeOn(Caller caller) {
        return againstViewing(caller).isEmpty()
                && tenants.find(caller.tenant())
                        .filter(TrustReportDesk::isIncluded)
                        .isPresent()
                && !schedules.of(caller.tenant()).isOn();
    }
}
