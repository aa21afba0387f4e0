package io.switchboard.insight.roadmap.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Ending;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.insight.roadmap.Evidence;
import io.switchboard.insight.roadmap.Item;
import io.switchboard.insight.roadmap.ItemId;
import io.switchboard.insight.roadmap.Requirement;
import io.switchboard.insight.roadmap.RoadmapDesk;
import io.switchboard.kernel.Role;
import io.switchboard.platform.components.Card;
import io.switchboard.platform.components.CopyText;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.components.StateTag.Tone;
import io.switchboard.platform.identity.ui.OfPlatform;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One item: what was found, what the gate says, and its spec. */
@Route(":tenant/roadmap/:item")
@PageTitle("Roadmap item · Switchboard")
@OfPlatform
@PermitAll
class ItemView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient RoadmapDesk desk;
    private final transient ItemForms forms;
    private final transient ActorNames names;
    private final transient Clock clock;
    private final Ending ending = new Ending();

    ItemView(TenantContexts contexts, RoadmapDesk desk, ItemForms forms, ActorNames names, Clock clock) {
        super(contexts);
        this.desk = desk;
        this.forms = forms;
        this.names = names;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        ending.removeAll();
        var against = desk.againstViewing(context.caller());
        if (against.isPresent()) {
            add(new NotAllowedToSee("the roadmap", against.get()));
            return;
        }
        event.getRouteParameters()
                .get("item")
                .filter(ItemId::isValid)
                .flatMap(id -> desk.item(context.caller(), new ItemId(id)))
                .ifPresentOrElse(item -> show(context, item), () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(TenantContext context, Item item) {
        removeAll();
        add(
                new PageHeader(item.title(), "Where it comes from, what it shall change, and what is still missing."),
                ending,
                new Card("How it stands", facts(context, item)),
                new Card("Spec Ready", "What the gate asks for before an item can be locked.", gate(item)),
                item.evidence().map(this::evidence).orElseGet(ItemView::word));
        if (context.holds(Role.PM) && item.release().isEmpty()) {
            forms.of(context, item, (wanted, ended) -> told(context, wanted, ended))
                    .forEach(this::add);
        } else {
            add(new Card("Spec", SpecFacts.of(item)));
        }
    }

    private Component facts(TenantContext context, Item item) {
        var facts = new Facts()
                .with("State", RoadmapWords.state(item))
                .with("Id", new CopyText("the id", item.id().value()))
                .with("Raised", new RelativeTime(item.raisedAt(), clock))
                .with("By", names.of(context.tenant().id(), item.raisedBy()))
                .with("Changed", new RelativeTime(item.changedAt(), clock))
                .with(
                        "History",
                        new Anchor(context.path("timeline?subject=RoadmapItem/" + item.id()), "On the timeline"));
        item.deferred().ifPresent(reason -> facts.with("Deferred because", reason));
        return facts;
    }

    private static Component gate(Item item) {
        var list = new UnorderedList();
        list.addClassName("gate");
        for (var requirement : Requirement.values()) {
            var missing = item.missing().stream()
                    .filter(it -> it.requirement() == requirement)
                    .findFirst();
            var line = new ListItem(
                    new StateTag(
                            missing.isEmpty() ? Tone.SUCCESS : Tone.WARNING, missing.isEmpty() ? "there" : "missing"),
                    new Span(requirement.title()
                            + missing.map(it -> ": " + it.what()).orElse("")));
            line.addClassName("line");
            list.add(line);
        }
        return list;
    }

    private Component evidence(Evidence evidence) {
        var finding = evidence.finding();
        return new Card(
                finding.kind().title(),
                finding.kind().definition(),
                new Facts()
                        .with("Found", finding.sentence())
                        .with(
                                "Numbers",
                                finding.numbers().entrySet().stream()
                                        .map(it -> RoadmapWords.heading(it.getKey())
                                                        .toLowerCase(Locale.ROOT) + " "
                                                + RoadmapWords.number(it.getKey(), it.getValue()))
                                        .collect(Collectors.joining(", ")))
                        .with("As of", new RelativeTime(evidence.asOf(), clock))
                        .with("Over", evidence.days() + " days")
                        .with(
                                "SHA-256",
                                new CopyText("the digest", evidence.digest().hex())));
    }

    private static Component word() {
        return new Card("Finding", new Paragraph("It was raised without a finding, so it rests on somebody's word."));
    }

    private void told(TenantContext context, String wanted, Optional<Enforced<Item>> ended) {
        ended.ifPresent(end -> {
            if (end instanceof Enforced.Done<Item> done) {
                show(context, done.value());
            }
            ending.tell(context.slug(), wanted, end);
        });
    }
}
