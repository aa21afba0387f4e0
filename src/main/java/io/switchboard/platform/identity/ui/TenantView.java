package io.switchboard.platform.identity.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;

/**
 * A page of one tenant, at an address that begins with {@code :tenant}. Shown anew at every navigation, to members only; for anybody else there
 * is no such page.
 */
public abstract class TenantView extends Main implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient TenantContexts contexts;

    protected TenantView(TenantContexts contexts) {
        this.contexts = contexts;
        addClassName("page");
    }

    protected abstract void show(TenantContext context, BeforeEnterEvent event);

    /** Whether the page as it stands has taken up what the address says now; else it is shown anew. For pages of many parts of which a click changes a few. */
    protected boolean goesOn(TenantContext context, BeforeEnterEvent event) {
        return false;
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        contexts.of(event.getRouteParameters())
                .filter(context -> context.isPlatform() || !getClass().isAnnotationPresent(OfPlatform.class))
                .ifPresentOrElse(context -> enter(context, event), () -> {
                    removeAll();
                    event.rerouteToError(NotFoundException.class);
                });
    }

    private void enter(TenantContext context, BeforeEnterEvent event) {
        if (!goesOn(context, event)) {
            removeAll();
            show(context, event);
        }
    }
}
