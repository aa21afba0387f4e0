package io.switchboard.operations.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.kernel.Role;
import io.switchboard.operations.administration.MemberList;
import io.switchboard.platform.components.AddressValues;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.components.FilterBar;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.identity.Found;
import io.switchboard.platform.identity.ManagedBy;
import io.switchboard.platform.identity.Membership;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.text.NumberFormat;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The people of the tenant, what they may do, and where each of them comes from. To be looked at: they are changed by SCIM and imports. */
@Route(":tenant/settings/members")
@Menu(title = "Members", order = 115, icon = "vaadin:users")
@PageTitle("Members · Switchboard")
@StyleSheet("context://themes/base/administration.css")
@PermitAll
class MembersView extends TenantView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;
    private static final String PATH = "settings/members";
    private static final String ACTIVE = "active";
    private static final String INACTIVE = "inactive";

    private final transient MemberList members;
    private final transient Clock clock;

    MembersView(TenantContexts contexts, MemberList members, Clock clock) {
        super(contexts);
        this.members = members;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        add(new PageHeader(
                "Members", "Who belongs to this tenant, with which roles, and which source keeps them up to date."));
        members.againstViewing(context.caller())
                .ifPresentOrElse(
                        decision -> add(new NotAllowedToSee("members", decision)),
                        () -> list(context, AddressValues.of(event.getLocation().getQueryParameters())));
    }

    private void list(TenantContext context, AddressValues values) {
        long offset = values.value("after", Long::parseLong)
                .filter(after -> after > 0)
                .orElse(0L);
        var filter = filter(values);
        var found = members.list(context.caller(), filter, offset, PAGE);
        add(filters(context, values));
        if (found.total() == 0) {
            add(new EmptyState(
                    "No member matches",
                    "Nobody here has all of the chosen values.",
                    new RouterLink("Show all members", MembersView.class, context.parameters())));
        } else {
            add(new Paragraph(total(found)), table(found));
            more(context, values, offset, found).ifPresent(this::add);
        }
        add(new ScimCard());
    }

    private static MemberList.Filter filter(AddressValues values) {
        return new MemberList.Filter(
                values.text("q"),
                values.text("from").flatMap(MembersView::source),
                values.text("state").filter(List.of(ACTIVE, INACTIVE)::contains).map(ACTIVE::equals));
    }

    private static Optional<ManagedBy> source(String wire) {
        return List.of(ManagedBy.values()).stream()
                .filter(source -> source.wire().equals(wire))
                .findFirst();
    }

    private static Component filters(TenantContext context, AddressValues values) {
        return new FilterBar(
                        "Filter members",
                        values,
                        changed -> UI.getCurrent().navigate(context.path(PATH), changed.query()))
                .text("Search", "Name, user name or address", "q")
                .choice("Managed by", "from", List.of(ManagedBy.values()), ManagedBy::wire, MembersView::words)
                .choice("State", "state", List.of(ACTIVE, INACTIVE), Function.identity(), Function.identity());
    }

    private static String words(ManagedBy source) {
        return switch (source) {
            case MANUAL -> "by hand";
            case IMPORT -> "import";
            case SCIM -> "SCIM";
        };
    }

    private static String total(Found<Membership> found) {
        var count = NumberFormat.getIntegerInstance(Locale.ENGLISH).format(found.total());
        return found.total() == 1 ? "1 member" : count + " members, by user name";
    }

    private Component table(Found<Membership> found) {
        return new DataTable<Membership>("Members")
                .column("Name", member -> named(member))
                .column("Roles", member -> new Span(roles(member)))
                .column("State", MembersView::state)
                .column("Managed by", member -> new Span(words(member.managedBy())))
                .column("Groups", member -> new Span(groups(member)))
                .column("Last change", member -> new RelativeTime(member.updatedAt(), clock))
                .rows(found.items());
    }

    private static Component named(Membership member) {
        var name = new Span(member.profile().shown());
        name.addClassName("member-name");
        var userName = new Span(member.profile().userName());
        userName.addClassName("code");
        var both = new Div(name, userName);
        both.addClassName("member-names");
        return both;
    }

    private static String roles(Membership member) {
        return member.roles().isEmpty()
                ? "none"
                : member.roles().stream().sorted().map(Role::wire).collect(Collectors.joining(", "));
    }

    private static Component state(Membership member) {
        return member.profile().active()
                ? new StateTag(StateTag.Tone.SUCCESS, ACTIVE)
                : new StateTag(StateTag.Tone.NEUTRAL, INACTIVE);
    }

    private static String groups(Membership member) {
        return member.groups().isEmpty()
                ? "—"
                : member.groups().stream()
                        .map(Membership.InGroup::displayName)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static Optional<Component> more(
            TenantContext context, AddressValues values, long offset, Found<Membership> found) {
        long next = offset + found.items().size();
        if (next >= found.total() || found.items().isEmpty()) {
            return Optional.empty();
        }
        var link = new RouterLink("More members", MembersView.class, context.parameters());
        link.setQueryParameters(
                values.with("after", Optional.of(String.valueOf(next))).query());
        return Optional.of(link);
    }
}
