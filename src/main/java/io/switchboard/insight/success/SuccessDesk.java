package io.switchboard.insight.success;

import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.Decision;
import io.switchboard.insight.success.Page.Count;
import io.switchboard.insight.success.Page.Kind;
import io.switchboard.insight.success.Page.Result;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
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

/** A tenant's figures for whoever may look at them. Looking is authorised and leaves no receipt. */
@Service
public class SuccessDesk {

    public static final ActionId VIEW = new ActionId("success.view");

    private static final String RESOURCE = "Success";
    private static final int MOST = 20;

    private final Viewing viewing;
    private final Tenants tenants;
    private final Onboarding onboarding;
    private final Bookkeeping bookkeeping;
    private final Clock clock;

    SuccessDesk(Viewing viewing, Tenants tenants, Onboarding onboarding, Bookkeeping bookkeeping, Clock clock) {
        this.viewing = viewing;
        this.tenants = tenants;
        this.onboarding = onboarding;
        this.bookkeeping = bookkeeping;
        this.clock = clock;
    }

    /** The decision that stands against looking; empty for whoever may. */
    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, RESOURCE);
    }

    /** As of now: every receipt that is committed counts. */
    public Success of(Caller caller, Period period) {
        viewing.require(caller, VIEW, RESOURCE);
        var tenant = tenants.find(caller.tenant()).orElseThrow();
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
