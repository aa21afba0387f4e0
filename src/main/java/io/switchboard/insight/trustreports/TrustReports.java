package io.switchboard.insight.trustreports;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.signing.TrustRoot;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Makes reports, hands them out and sets when they are made; each is governed. A report is made once and kept: who takes it along gets the same bytes as everybody else. */
@Service
public class TrustReports {

    public static final ActionId ISSUE = new ActionId("trustreports.issue");
    public static final ActionId DOWNLOAD = new ActionId("trustreports.download");
    public static final ActionId SCHEDULE = new ActionId("trustreports.schedule");

    /** The subject of a report's receipt that names the digest of {@link SectionCommitments}. */
    static final String COMMITMENTS = "SectionCommitments";

    private final EnforcementPoint enforcement;
    private final List<SectionSource> sources;
    private final ReportPress press;
    private final ReportRows rows;
    private final ReportScheduleRows schedules;
    private final Tenants tenants;
    private final TrustRoot root;
    private final Clock clock;

    TrustReports(
            EnforcementPoint enforcement,
            List<SectionSource> sources,
            ReportPress press,
            ReportRows rows,
            ReportScheduleRows schedules,
            Tenants tenants,
            TrustRoot root,
            Clock clock) {
        this.enforcement = enforcement;
        this.sources = List.copyOf(sources);
        this.press = press;
        this.rows = rows;
        this.schedules = schedules;
        this.tenants = tenants;
        this.root = root;
        this.clock = clock;
    }

    /** Of a week that has begun; while it lasts, an interim one. A further one of the same week is its next revision. */
    public Enforced<TrustReport> issue(Caller caller, LocalDate monday) {
        var week = new Week(monday, schedules.of(caller.tenant()).zone());
        return enforcement.perform(
                action(caller, ISSUE, monday.toString()), () -> made(caller, week, Optional.empty()));
    }

    /** Of a week that is over, by the portal itself: once, and saying so where that is late. */
    Enforced<TrustReport> issueDue(Caller caller, Week week) {
        return enforcement.perform(action(caller, ISSUE, week.monday().toString()), () -> {
            require(
                    !rows.isMade(caller.tenant(), week),
                    "made-already",
                    "The report of " + week.iso() + " has been made meanwhile.");
            return made(caller, week, late(week));
        });
    }

    private Optional<String> late(Week week) {
        var due = Schedule.due(week);
        return now().isAfter(due.plus(Schedule.LATE))
                ? Optional.of("It was due on " + due.truncatedTo(ChronoUnit.SECONDS)
                        + " and has been caught up. It counts what was on record when it was made.")
                : Optional.empty();
    }

    private Effect<TrustReport> made(Caller caller, Week week, Optional<String> late) {
        var tenant = tenants.find(caller.tenant()).orElseThrow();
        var now = now();
        requireIncluded(tenant);
        require(
                week.from().isBefore(now),
                "not-begun",
                "The week " + week.iso() + " has not begun in " + week.zoneName() + ". Choose one that has.");
        require(
                week.until().isAfter(tenant.createdAt()) || tenant.isCanary(), // each has weeks that the other has not
                "before-the-tenant",
                "The week " + week.iso() + " was over before the tenant existed. Choose a later one.");
        var span = new Span(week, now);
        var facts = new ReportFacts(
                tenant,
                span,
                rows.nextRevision(tenant.id(), week),
                root.fingerprint(),
                late,
                Optional.of(SectionCommitments.randomNonce()),
                sources.stream().map(source -> source.of(tenant, span)).toList(),
                Optional.empty());
        var documents = press.print(facts);
        var report = report(caller, facts);
        rows.add(tenant.id(), report, documents);
        return effect(report, facts, documents);
    }

    private static TrustReport report(Caller caller, ReportFacts facts) {
        return new TrustReport(
                facts.span().week(),
                facts.revision(),
                facts.span().isInterim(),
                facts.late().isPresent(),
                (int) facts.in(Section.State.AS_IT_SHOULD_BE),
                (int) facts.in(Section.State.LOOK),
                (int) facts.in(Section.State.NOT_RECORDED),
                facts.span().asOf(),
                caller.actor(),
                Optional.empty(),
                Optional.empty());
    }

    private static Effect<TrustReport> effect(TrustReport report, ReportFacts facts, ReportDocuments documents) {
        var name = facts.fileName();
        return Effect.of(
                        report,
                        Subject.atVersion(TrustReportDesk.REPORT, report.id().toString(), report.revision()),
                        new Subject("Document", name + ".pdf", Sha256.of(documents.pdf())),
                        new Subject("Document", name + ".json", Sha256.of(documents.json())),
                        new Subject("Document", name + ".html", Sha256.of(documents.html())),
                        new Subject(
                                COMMITMENTS,
                                name,
                                facts.commitments().orElseThrow().digest()))
                .withFacts(Map.of(
                        "week", report.week().iso(),
                        "revision", (long) report.revision(),
                        "interim", report.interim(),
                        "late", report.late(),
                        "asItShouldBe", (long) report.fine(),
                        "toLookAt", (long) report.looks(),
                        "notRecorded", (long) report.unrecorded()));
    }

    /** Empty where there is no such report. */
    public Optional<Enforced<ReportFile>> download(Caller caller, ReportId id, Form form) {
        var tenant = tenants.find(caller.tenant()).orElseThrow();
        return rows.find(caller.tenant(), id)
                .map(report -> enforcement.perform(action(caller, DOWNLOAD, id.toString()), () -> {
                    var bytes = form.of(rows.documents(caller.tenant(), id).orElseThrow());
                    var name = ReportName.of(tenant.slug(), report.week(), id.revision()) + "." + form.extension();
                    return Effect.of(
                                    new ReportFile(name, form, bytes),
                                    new Subject("Document", name, Sha256.of(bytes)),
                                    Subject.atVersion(TrustReportDesk.REPORT, id.toString(), id.revision()))
                            .withFacts(Map.of("form", form.extension(), "bytes", (long) bytes.length));
                }));
    }

    /** {@code version} is that of the schedule that was seen. */
    public Enforced<Schedule> schedule(Caller caller, boolean on, ZoneId zone, int version) {
        return enforcement.perform(action(caller, SCHEDULE, "schedule"), () -> {
            requireIncluded(tenants.find(caller.tenant()).orElseThrow());
            var before = schedules.of(caller.tenant());
            var since = on ? before.onSince().or(() -> Optional.of(now())) : Optional.<Instant>empty();
            var after = new Schedule(caller.tenant(), zone, since, Optional.empty(), version + 1);
            require(
                    before.version() == version && schedules.put(after),
                    "changed-meanwhile",
                    "Somebody else changed the schedule meanwhile. Look at it again.");
            return Effect.of(after, Subject.atVersion(TrustReportDesk.REPORT, "schedule", after.version()))
                    .withFacts(Map.of("on", on, "zone", zone.getId()));
        });
    }

    private static void requireIncluded(Tenant tenant) {
        require(
                TrustReportDesk.isIncluded(tenant),
                "not-included",
                "Weekly Trust Reports are part of the plan Enterprise; this tenant has "
                        + tenant.plan().name().charAt(0)
                        + tenant.plan().name().substring(1).toLowerCase(java.util.Locale.ROOT)
                        + ". Ask whoever looks after your contract.");
    }

    /** Notes receipts with the report, in the transaction that leaves them: of its being made, and of the first time that it was taken along. */
    @EventListener
    void note(ActionReceipted done) {
        if (done.outcome() == Outcome.ALLOWED && done.action().equals(ISSUE)) {
            reports(done).forEach(id -> rows.receipted(done.tenant(), id, done.receipt()));
        } else if (done.outcome() == Outcome.ALLOWED
                && done.action().equals(DOWNLOAD)
                && done.actor().type()
                        != Actor.Type
                                .SYSTEM) { // what the portal hands to a stranger, nobody of the tenant has received
            reports(done).forEach(id -> rows.received(done.tenant(), id, done.receipt()));
        }
    }

    private static Stream<ReportId> reports(ActionReceipted done) {
        return done.subjects().stream()
                .filter(subject -> subject.type().equals(TrustReportDesk.REPORT))
                .flatMap(subject -> ReportId.parse(subject.id()).stream());
    }

    private static GovernedAction action(Caller caller, ActionId action, String id) {
        return GovernedAction.of(caller, action, ResourceRef.of(TrustReportDesk.REPORT, id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void require(boolean condition, String code, String message) {
        if (!condition) {
            throw new ChangeFailure(code, message);
        }
    }
}
