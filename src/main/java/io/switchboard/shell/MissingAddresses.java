package io.switchboard.shell;

import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.switchboard.platform.identity.ui.TenantContexts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The first answer of every view is the same page, whose script then asks for the view. Where the address has no view, or is one of a tenant that
 * the person is not a member of, that first answer already says 404, as the page will.
 */
@Component
class MissingAddresses implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private final transient TenantContexts contexts;

    MissingAddresses(TenantContexts contexts) {
        this.contexts = contexts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::answer);
    }

    private void answer(IndexHtmlResponse page) {
        if (!exists(page.getVaadinRequest())) {
            page.getVaadinResponse().setStatus(HttpStatusCode.NOT_FOUND.getCode());
        }
    }

    private boolean exists(VaadinRequest request) {
        var path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        var view = request.getService().getRouter().getRegistry().getNavigationRouteTarget(path);
        return view.hasTarget() && open(view.getRouteParameters());
    }

    private boolean open(RouteParameters parameters) {
        return parameters.get("tenant").isEmpty() || contexts.of(parameters).isPresent();
    }
}
