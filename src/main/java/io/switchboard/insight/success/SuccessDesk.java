package io.switchboard.insight.success;

import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.insight.success.Page.Count;
import io.switchboard.insight.success.Page.Kind;
import io.switchboard.insight.success.Page.Result;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.onboarding.Checklist;
import io.switchboard.operations.onboarding.Onboarding;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** A tenant's figures for whoever may look at them. Looking is authorised and leaves no receipt; counting again leaves one. */
@Service
public class SuccessDesk {

    public static final ActionId VIEW = new ActionId("success.view");
    public static final ActionId RECOUNT = new ActionId("success.recount");

    private static final String RESOURCE = "Success";
    private static final int MOST = 20;

    private final Viewing viewing;
    private final EnforcementPoint enforcement;
    private final Tenants tenants;
    private final Onboarding onboarding;
    private final Bookkeeping bookkeeping;
    private final Clock clock;

    SuccessDesk(
            Viewing viewing,
            EnforcementPoint enforcement,
            Tenants tenants,
            Onboarding onboarding,
            Bookkeeping bookkeeping,
            Clock clock) {
        this.viewing = viewing;
        this.enforcement = enforcement;
        this.tenants = tenants;
        this.onboarding = onboarding;
        this.bookkeeping = bookkeeping;
        this.clock = clock;
    }

    /** The decision that stands against looking; empty for whoever may. */
    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, RESOURCE);
    }

    /**
     * Has the tenant's figures counted again from its log, and answers how many receipts were in them. To forget the sums is what is governed; to make them again takes a transaction for each thousand receipts,
     * and figures are right all along.
     */
    public Enforced<Long> recount(Caller caller, Optional<ReceiptId> parent) {
        var action = GovernedAction.of(
                caller, RECOUNT, ResourceRef.of(RESOURCE, caller.tenant().value()));
        var ended =
                enforcement.perform(parent.map(action::withParent).orElse(action), () -> forgotten(caller.tenant()));
        if (ended instanceof Enforced.Done<Long>) {
            bookkeeping.catchUp(caller.tenant());
        }
        return ended;
    }

    private Effect<Long> forgotten(TenantId tenant) {
        long counted = bookkeeping.forget(tenant);
        return Effect.of(counted, Subject.atVersion(RESOURCE, tenant.value(), 0))
                .withFacts(Map.of("entries", counted));
    }

    /** As of now: every receipt that is committed counts. */
    public Success of(Caller caller, Period period) {
        viewing.require(caller, VIEW, RESOURCE);
        return asItIs(tenants.find(caller.tenant()).orElseThrow(), period);
    }

    /** Grows with every receipt of the tenant: where it is as it was, so are the figures. */
    public long receipts(Caller caller) {
        viewing.require(caller, VIEW, RESOURCE);
        return bookkeeping.count(caller.tenant());
    }

    /** For a caller of the code who has asked policy already, about whatever these figures are part of there. */
    public Success asItIs(Tenant tenant, Period period) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var book = bookkeeping.read(tenant.id(), Figures.earliest(period, now));
        return of(tenant, onboarding.checklist(tenant), book, period, now);
    }

    static Success of(Tenant tenant, Checklist checklist, Book book, Period period, Instant now) {
        var figures = new Figures(book, Activation.of(checklist), period, now);
        var days = figures.inPeriod();
        return new Success(
                tenant,
                period,
                now,
                book.newest(),
                figures.all(),
                checklist,
                people(new Presences(book).inTheWeekTo(now)),
                decided(days),
                days.each().map(SuccessDesk::approvals).toList(),
                days.labels(Count.REJECT));
    }

    private static List<Success.Person> people(Map<String, Page.Presence> present) {
        return present.entrySet().stream()
                .map(person -> new Success.Person(
                        person.getKey(),
                        person.getValue().number(),
                        person.getValue().last()))
                .sorted(Comparator.comparing(Success.Person::last).reversed())
                .limit(MOST)
                .toList();
    }

    private static List<Success.Decided> decided(Days days) {
        return days.pages()
                .flatMap(page -> page.cases().entrySet().stream())
                .filter(one -> one.getKey().kind() == Kind.APPROVAL)
                .map(one -> decided(one.getKey().id(), one.getValue()))
                .sorted(Comparator.comparing(Success.Decided::at).reversed())
                .limit(MOST)
                .toList();
    }

    private static Success.Decided decided(String receipt, Page.Case one) {
        var result = one.result() == Result.UNANSWERED
                ? "expired"
                : one.result().name().toLowerCase(Locale.ROOT);
        return new Success.Decided(receipt, result, one.at(), one.waited().toSeconds());
    }

    private static Success.ApprovalDay approvals(Days day) {
        return new Success.ApprovalDay(
                day.first(),
                day.approvals(Result.APPROVED),
                day.approvals(Result.DENIED),
                day.approvals(Result.UNANSWERED));
    }
}
