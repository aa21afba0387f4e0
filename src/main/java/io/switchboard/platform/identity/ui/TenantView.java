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

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        contexts.of(event.getRouteParameters())
                .filter(context -> context.isPlatform() || !getClass().isAnnotationPresent(OfPlatform.class))
                .ifPresentOrElse(context -> show(context, event), () -> event.rerouteToError(NotFoundException.class));
    }
}
