package io.switchboard.control.flags.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.flags.Change;
import io.switchboard.control.flags.CohortKey;
import io.switchboard.control.flags.Difference;
import io.switchboard.control.flags.FlagDesk;
import io.switchboard.control.flags.FlagKey;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.TenantContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Changes with their differences and receipts, the newest first. */
@Component
class FlagHistory {

    private final FlagDesk desk;
    private final ReceiptQuery receipts;
    private final ActorNames names;
    private final Clock clock;

    FlagHistory(FlagDesk desk, ReceiptQuery receipts, ActorNames names, Clock clock) {
        this.desk = desk;
        this.receipts = receipts;
        this.names = names;
        this.clock = clock;
    }

    com.vaadin.flow.component.Component of(TenantContext context, FlagKey key, TenantNames tenants) {
        try {
            return table(context, desk.history(context.caller(), key), tenants, Optional.of(key));
        } catch (DataAccessException e) {
            return new Span("The history cannot be read while the flag store is away.");
        }
    }

    com.vaadin.flow.component.Component of(TenantContext context, CohortKey key, TenantNames tenants) {
        return table(context, desk.history(context.caller(), key), tenants, Optional.empty());
    }

    private DataTable<Change> table(
            TenantContext context, List<Change> changes, TenantNames tenants, Optional<FlagKey> flag) {
        var states = receipts.states(
                context.caller().tenant(),
                changes.stream().flatMap(change -> change.receipt().stream()).toList());
        return new DataTable<Change>("History")
                .column("What", change -> new Span(change.kind().words()))
                .column("Difference", change -> difference(context, changes, change, tenants))
                .column("When", change -> when(context, change, flag))
                .column("By", change -> new Span(names.of(context.tenant().id(), change.by())))
                .column("Why", change -> new Span(change.reason().orElse("–")))
                .column("Receipt", change -> badge(context, change, states))
                .rows(changes);
    }

    private Div difference(TenantContext context, List<Change> changes, Change change, TenantNames tenants) {
        int place = changes.indexOf(change);
        var before = changes.stream().skip(place + 1L).findFirst().map(Change::after);
        var shown = new Div();
        Difference.between(before, change.after())
                .forEach(one -> shown.add(new Div(one.field() + ": "
                        + (before.isPresent() ? words(context, one, one.before(), tenants) + " → " : "")
                        + words(context, one, one.after(), tenants))));
        return shown;
    }

    /** A title is as it was typed; the rest is codes. */
    private String words(TenantContext context, Difference one, String value, TenantNames tenants) {
        return switch (one.field()) {
            case "title" -> value;
            case "owner" ->
                MemberId.isValid(value) ? names.of(context.tenant().id(), Actor.user(new MemberId(value))) : "nobody";
            default ->
                tenants.in(value)
                        .replaceAll("share:(\\d+)%", "$1 % of tenants")
                        .replace("cohort:", "cohort ")
                        .replace("+", ", ")
                        .replace("=", ": ");
        };
    }

    /** The time leads to how everything stood then. */
    private com.vaadin.flow.component.Component when(TenantContext context, Change change, Optional<FlagKey> flag) {
        var when = new RelativeTime(change.at(), clock);
        if (flag.isEmpty()) {
            return when;
        }
        var link = new RouterLink(
                "as it was",
                FlagView.class,
                context.parameters("flag", flag.get().value()));
        link.setQueryParameters(QueryParameters.of("at", change.at().toString()));
        link.addClassName("flag-then");
        return new Div(when, new Div(link));
    }

    private static com.vaadin.flow.component.Component badge(
            TenantContext context, Change change, Map<ReceiptId, LogState> states) {
        return change.receipt()
                .<com.vaadin.flow.component.Component>map(receipt ->
                        new ReceiptBadge(context.slug(), receipt, states.getOrDefault(receipt, LogState.PENDING)))
                .orElseGet(() -> new Span("–"));
    }
}
