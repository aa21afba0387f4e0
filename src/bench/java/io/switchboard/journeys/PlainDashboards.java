package io.switchboard.journeys;

import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.insight.success.CycleTime;
import io.switchboard.insight.success.Figure;
import io.switchboard.insight.success.Overview;
import io.switchboard.insight.success.Period;
import io.switchboard.insight.success.Pilot;
import io.switchboard.insight.success.PilotDesk;
import io.switchboard.insight.success.Success;
import io.switchboard.insight.success.SuccessDesk;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The peer of the dashboards: pages of Spring MVC in the same portal, behind the same doors, that ask the same services for the same figures and write them as tables. They have no frame, no links and no
 * charts.
 */
final class PlainDashboards {

    private final Tenants tenants;
    private final Members members;
    private final SuccessDesk desk;
    private final PilotDesk pilots;
    private final ActorNames names;
    private final ReceiptQuery receipts;

    private PlainDashboards(JourneyPortal portal) {
        tenants = portal.bean(Tenants.class);
        members = portal.bean(Members.class);
        desk = portal.bean(SuccessDesk.class);
        pilots = portal.bean(PilotDesk.class);
        names = portal.bean(ActorNames.class);
        receipts = portal.bean(ReceiptQuery.class);
    }

    /** Serves {@code /<tenant>/plain-success} and {@code /<tenant>/plain-pilots}. */
    static void in(JourneyPortal portal) throws NoSuchMethodException {
        var pages = new PlainDashboards(portal);
        var mapping = portal.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        for (var page : List.of("success", "pilots")) {
            mapping.registerMapping(
                    RequestMappingInfo.paths("/{tenant}/plain-" + page)
                            .options(mapping.getBuilderConfiguration())
                            .build(),
                    pages,
                    PlainDashboards.class.getDeclaredMethod(
                            page, String.class, String.class, HttpServletRequest.class));
        }
    }

    ResponseEntity<String> success(
            @PathVariable("tenant") String slug, @RequestParam("period") String days, HttpServletRequest request) {
        var tenant = tenants.findBySlug(new Slug(slug)).orElseThrow();
        var caller = caller(tenant, request);
        var period = Period.parse(days).orElseThrow();
        if (desk.againstViewing(caller).isPresent() || desk.receipts(caller) == 0) {
            throw new IllegalStateException("nothing to see for " + caller);
        }
        return html(page(tenant, desk.of(caller, period)));
    }

    ResponseEntity<String> pilots(
            @PathVariable("tenant") String slug, @RequestParam("period") String days, HttpServletRequest request) {
        var caller = caller(tenants.findBySlug(new Slug(slug)).orElseThrow(), request);
        if (pilots.againstViewing(caller).isPresent()) {
            throw new IllegalStateException("nothing to see for " + caller);
        }
        return html(
                page(pilots.overview(caller, Period.parse(days).orElseThrow()).orElseThrow()));
    }

    private Caller caller(Tenant tenant, HttpServletRequest request) {
        var person = (OidcUser) Objects.requireNonNull(
                ((OAuth2AuthenticationToken) Objects.requireNonNull(request.getUserPrincipal())).getPrincipal());
        var member = members.findByUserName(tenant.id(), Objects.requireNonNull(person.getPreferredUsername()))
                .orElseThrow();
        return new Caller(tenant.id(), Actor.user(member.id()), member.roles());
    }

    private static ResponseEntity<String> html(PlainPage page) {
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(page.end());
    }

    static String about(int days) {
        return "Each figure is about the last " + days + " days";
    }

    private PlainPage page(Tenant tenant, Success success) {
        var page = new PlainPage("Success", about(success.period().days()));
        page.table(
                "Figures",
                List.of("Figure", "Number", "Before", "What it means", "Newest receipt", "Since", "Shape"),
                success.figures(),
                figure -> figure(success, figure));
        page.table(
                "Approvals by day",
                List.of("Day", "Approved", "Denied", "Expired"),
                success.approvals(),
                day -> List.of(day.day(), day.approved(), day.denied(), day.expired()));
        page.table(
                "Rejected rows by reason",
                List.of("Reason", "Rows"),
                List.copyOf(success.rejects().entrySet()),
                reason -> List.of(reason.getKey(), reason.getValue()));
        page.table(
                "Activation funnel",
                List.of("Step", "State", "Completed"),
                success.checklist().items(),
                item -> List.of(item.step().title(), item.state(), item.completion()));
        page.table(
                "Active people",
                List.of("Person", "Allowed actions", "Last"),
                success.people(),
                person -> List.of(
                        names.of(tenant.id(), new Actor(Actor.Type.USER, person.actor())),
                        person.actions(),
                        person.last()));
        decided(page, tenant, success);
        return page;
    }

    private static List<Object> figure(Success success, Figure figure) {
        return List.of(
                figure.metric().title(),
                figure.value(),
                figure.before(),
                figure.metric().definition(),
                success.newest(),
                success.from(),
                figure.series().stream().map(Figure.Point::value).toList());
    }

    private void decided(PlainPage page, Tenant tenant, Success success) {
        var ids = success.decided().stream()
                .map(decided -> new ReceiptId(decided.receipt()))
                .toList();
        Map<ReceiptId, LogState> states = receipts.states(tenant.id(), ids);
        page.table(
                "Approvals",
                List.of("Ended as", "Waited", "When", "Receipt", "Log"),
                success.decided(),
                decided -> List.of(
                        decided.result(),
                        decided.waitedSeconds(),
                        decided.at(),
                        decided.receipt(),
                        states.getOrDefault(new ReceiptId(decided.receipt()), LogState.PENDING)));
    }

    static String since(Overview overview) {
        return "Since " + overview.from() + " (UTC)";
    }

    private static PlainPage page(Overview overview) {
        var page = new PlainPage("Pilots", since(overview));
        var heads = new ArrayList<String>(List.of("Tenant"));
        Pilot.SHOWN.forEach(metric -> heads.add(metric.title()));
        page.table("Tenants", heads, overview.pilots(), pilot -> {
            var cells = new ArrayList<Object>(List.of(pilot.tenant().name()));
            pilot.figures().forEach(figure -> cells.add(figure.value()));
            return cells;
        });
        page.table(
                "Retention by start week",
                List.of("Week from", "Tenants", "Weeks"),
                overview.cohorts(),
                cohort -> List.of(cohort.week(), cohort.tenants(), cohort.retention()));
        page.table(
                "Where pilots stop",
                List.of("Last step", "Tenants", "Which"),
                overview.dropOffs(),
                drop -> List.of(
                        drop.after(),
                        drop.tenants().size(),
                        drop.tenants().stream().map(Tenant::name).toList()));
        Overview.FRICTION.forEach(by -> page.table(
                "Friction by " + by.label(),
                List.of("Where", "Reports", "Tenants"),
                overview.friction().getOrDefault(by, List.of()),
                one -> List.of(one.about(), one.reports(), one.tenants())));
        page.table(
                "Pilot-blocking resolved",
                List.of("Resolved", "Of"),
                List.of(overview.pilotBlocking()),
                resolved -> List.of(resolved.resolved(), resolved.blocking()));
        page.table(
                "Cycle time",
                List.of("Kind", "Measured", "Done", "Median", "p95"),
                overview.cycleTimes(),
                PlainDashboards::cycle);
        return page;
    }

    private static List<Object> cycle(CycleTime time) {
        return List.of(time.cycle().title(), time.cycle().definition(), time.done(), time.median(), time.p95());
    }

    /** The days that a page is about, one after the other. */
    static int days(int number) {
        return IntStream.of(7, 30, 90).skip(number % 3).findFirst().orElseThrow();
    }
}
