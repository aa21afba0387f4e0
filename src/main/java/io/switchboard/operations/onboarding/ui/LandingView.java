package io.switchboard.operations.onboarding.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import io.switchboard.operations.onboarding.Landing;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;

/** A tenant's bare address: goes on to the page that is of use now. */
@Route(":tenant")
@PermitAll
class LandingView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient Landing landing;

    LandingView(TenantContexts contexts, Landing landing) {
        super(contexts);
        this.landing = landing;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        event.forwardTo(context.path(landing.page(context.tenant())));
    }
}
