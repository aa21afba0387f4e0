package io.switchboard.operations.retention.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Ending;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.kernel.Role;
import io.switchboard.operations.retention.LegalHold;
import io.switchboard.operations.retention.Purge;
import io.switchboard.operations.retention.Purges;
import io.switchboard.operations.retention.Retention;
import io.switchboard.operations.retention.RetentionDesk;
import io.switchboard.operations.retention.RetentionStanding;
import io.switchboard.platform.components.Card;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** How long the tenant keeps what, what is older than that now, what holds it, and what was purged. */
@Route(":tenant/retention")
@Menu(title = "Retention", order = 345, icon = "vaadin:hourglass")
@PageTitle("Retention · Switchboard")
@PermitAll
class RetentionView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient RetentionDesk desk;
    private final transient Retention retention;
    private final transient Purges purges;
    private final transient ManifestLink manifests;
    private final transient ActorNames names;
    private final transient Clock clock;
    private final Ending ending = new Ending();

    RetentionView(
            TenantContexts contexts,
            RetentionDesk desk,
            Retention retention,
            Purges purges,
            ManifestLink manifests,
            ActorNames names,
            Clock clock) {
        super(contexts);
        this.desk = desk;
        this.retention = retention;
        this.purges = purges;
        this.manifests = manifests;
        this.names = names;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        ending.removeAll();
        desk.againstViewing(context.caller())
                .ifPresentOrElse(
                        decision -> add(new NotAllowedToSee("how long records are kept", decision)),
                        () -> show(context));
    }

    private void show(TenantContext context) {
        removeAll();
        var standing = desk.standing(context.caller());
        add(
                new PageHeader(
                        "Retention",
                        "How long records are kept. What is older is purged once a day: its key is destroyed, its receipts stay whole, and a signed manifest lists what went."),
                ending);
        standing.policy().hold().ifPresent(hold -> add(held(context, hold)));
        add(kept(context, standing), due(context, standing), hold(context, standing), purged(context));
    }

    private static boolean mayChange(TenantContext context) {
        return context.holds(Role.PARTNER_ADMIN) || context.holds(Role.PLATFORM_ADMIN);
    }

    private Component held(TenantContext context, LegalHold hold) {
        var notice = new Div(
                new Span("A legal hold stands: nothing is purged. " + hold.reason() + " ("
                        + names.of(context.tenant().id(), hold.by()) + ")"),
                new RelativeTime(hold.since(), clock));
        notice.addClassNames("notice", "line");
        return notice;
    }

    private Section kept(TenantContext context, RetentionStanding standing) {
        var table = new DataTable<RetentionStanding.Kind>("How long records are kept")
                .column("Records", RetentionView::explained)
                .column("Kept for", kind -> new Span(RetentionWords.keep(kind.keep(), kind.isSet())))
                .rows(standing.kinds());
        var card = new Card("How long records are kept", table);
        if (mayChange(context)) {
            card.add(new KeepForm(
                    standing,
                    wanted -> told(
                            context,
                            "change how long records are kept",
                            retention.set(context.caller(), wanted, standing.version()))));
        }
        return card;
    }

    private static Component explained(RetentionStanding.Kind kind) {
        var what = new Div(kind.what());
        what.addClassName("muted");
        return new Div(new Div(kind.title()), what);
    }

    private Section due(TenantContext context, RetentionStanding standing) {
        var card = new Card("Older than that now");
        if (standing.due() == 0) {
            card.add(new Paragraph("Nothing is. The portal looks again by itself every day."));
            return card;
        }
        card.add(new DataTable<RetentionStanding.Kind>("What would be purged now")
                .column("Records", kind -> new Span(kind.title()))
                .column(
                        "Would go",
                        kind -> new Span(RetentionWords.number(kind.due().number())))
                .column(
                        "From the time",
                        kind -> new Span(RetentionWords.span(
                                kind.due().oldest(), kind.due().newest())))
                .rows(standing.kinds()));
        if (mayChange(context) && standing.policy().hold().isEmpty()) {
            var purge =
                    new Button("Purge them now", _ -> confirm(context, standing).open());
            purge.addThemeVariants(ButtonVariant.LUMO_ERROR);
            card.add(purge);
        }
        return card;
    }

    private Dialog confirm(TenantContext context, RetentionStanding standing) {
        var dialog = new Dialog();
        dialog.setHeaderTitle("Purge " + RetentionWords.records(standing.due()) + "?");
        dialog.setWidth("min(36rem, 90vw)");
        var list = new UnorderedList();
        standing.kinds().stream()
                .filter(kind -> kind.due().number() > 0)
                .forEach(kind -> list.add(new ListItem(kind.title() + ": "
                        + RetentionWords.number(kind.due().number()) + ", "
                        + RetentionWords.span(kind.due().oldest(), kind.due().newest()))));
        dialog.add(list, new Paragraph("The portal cannot bring them back. The manifest lists each."));
        var purge = new Button("Purge", _ -> {
            dialog.close();
            told(
                    context,
                    "purge what is older than it is kept",
                    purges.purge(context.caller(), standing.asOf(), standing.version()));
        });
        purge.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        purge.setDisableOnClick(true);
        dialog.getFooter().add(new Button("Cancel", _ -> dialog.close()), purge);
        return dialog;
    }

    private Section hold(TenantContext context, RetentionStanding standing) {
        boolean stands = standing.policy().hold().isPresent();
        var card = new Card(
                "Legal hold",
                new Paragraph(
                        stands
                                ? "Nothing is purged until it is lifted; what is due then goes with the next purge."
                                : "None stands. A hold stops every purge at once, one under way included."));
        if (mayChange(context)) {
            var reason = new TextArea(stands ? "Why it is lifted" : "Why records have to stay");
            reason.setMaxLength(Retention.LONGEST_REASON);
            reason.addClassName("wide");
            int version = standing.version();
            var button = new Button(stands ? "Lift the hold" : "Place a hold", _ -> {
                var why = reason.getValue();
                if (stands) {
                    told(context, "lift the legal hold", retention.release(context.caller(), why, version));
                } else {
                    told(context, "place a legal hold", retention.hold(context.caller(), why, version));
                }
            });
            card.add(reason, button);
        }
        return card;
    }

    private Section purged(TenantContext context) {
        var done = desk.purges(context.caller());
        if (done.isEmpty()) {
            return new Card(
                    "Purges", new Paragraph("None yet. The first leaves its signed manifest here, for whoever asks."));
        }
        var table = new DataTable<Purge>("Purges")
                .column("Begun", purge -> begun(context, purge))
                .column("By", purge -> new Span(names.of(context.tenant().id(), purge.by())))
                .column("Purged", purge -> new Span(RetentionWords.number(purge.purged())))
                .column("Left", purge -> new Span(RetentionWords.left(purge)))
                .column("State", purge -> RetentionWords.state(purge.state()))
                .column("Take along", purge -> manifests.of(context, purge))
                .rows(done);
        var card = new Card("Purges", table);
        long total = desk.count(context.caller());
        if (total > done.size()) {
            card.add(new Paragraph("The latest " + done.size() + " of " + total + " are shown."));
        }
        return card;
    }

    private Component begun(TenantContext context, Purge purge) {
        var link = new RouterLink(
                "", PurgeView.class, context.parameters("purge", purge.id().value()));
        link.add(new RelativeTime(purge.startedAt(), clock));
        return link;
    }

    private void told(TenantContext context, String wanted, Enforced<?> ended) {
        if (ended instanceof Enforced.Done<?>) {
            show(context);
        }
        ending.tell(context.slug(), wanted, ended);
    }
}
