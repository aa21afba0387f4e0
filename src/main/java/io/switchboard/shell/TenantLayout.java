package io.switchboard.shell;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.switchboard.operations.feedback.ui.FeedbackCorner;
import io.switchboard.operations.feedback.ui.FeedbackFrame;
import io.switchboard.platform.identity.SignedInTenants;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.tenancy.Tenant;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** The frame of a tenant's pages: its brand, the rail, the person. Views do not name it; it lays itself around them. */
@Layout
@PermitAll
public class TenantLayout extends AppLayout implements BeforeEnterObserver {

    private final transient TenantContexts contexts;
    private final transient Brand brand = new Brand();
    private final Anchor name = new Anchor();
    private final Div rail = new Div();
    private final TenantSwitch tenants = new TenantSwitch();
    private final PersonMenu person;
    private final FeedbackCorner feedback;
    private final transient SignedInTenants signedIn;
    private transient Optional<Frame> framed = Optional.empty();

    /** What the frame shows. */
    private record Frame(TenantContext context, List<Tenant> signedIn) {}

    TenantLayout(
            TenantContexts contexts,
            SignedInTenants signedIn,
            AuthenticationContext authentication,
            FeedbackFrame feedback) {
        this.contexts = contexts;
        this.signedIn = signedIn;
        person = new PersonMenu(authentication);
        this.feedback = feedback.corner();
        setPrimarySection(Section.DRAWER);
        name.addClassName("tenant-name");
        rail.addClassName("rail");
        var spacer = new Span();
        spacer.addClassName("spacer");
        addToDrawer(name, rail);
        addToNavbar(new DrawerToggle(), tenants, spacer, this.feedback, person, this.feedback.line());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        contexts.of(event.getRouteParameters()).ifPresent(this::frame);
    }

    private void frame(TenantContext context) {
        feedback.show(context);
        var frame = Optional.of(new Frame(context, signedIn.list()));
        if (!frame.equals(framed)) { // else each click would bring the whole rail again
            framed = frame;
            frame.ifPresent(this::draw);
        }
    }

    private void draw(Frame frame) {
        var context = frame.context();
        name.setText(context.tenant().name());
        name.setHref(context.path(""));
        tenants.show(context, frame.signedIn());
        person.show(context);
        brand.apply(this, context.tenant().settings().accent());
        rail.removeAll();
        MenuGroup.all().forEach(group -> group.rail(context).ifPresent(rail::add));
    }
}
