package io.switchboard.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/**
 * The address that relative ones start from, in full. Vaadin writes it relative to the page that was loaded; once a person has walked on to a deeper
 * page without loading it, uploads would go astray.
 */
@Component
class AbsoluteBase implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(index -> index.getDocument()
                .head()
                .select("base")
                .attr("href", index.getVaadinRequest().getContextPath() + "/"));
    }
}
