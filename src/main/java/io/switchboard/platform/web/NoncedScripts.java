package io.switchboard.platform.web;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.springframework.stereotype.Component;

/** Gives the scripts of the page that starts Flow the nonce that its content policy names. */
@Component
class NoncedScripts implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(NoncedScripts::mark);
    }

    private static void mark(IndexHtmlResponse page) {
        var nonce = ContentPolicy.nonce(((VaadinServletRequest) page.getVaadinRequest()).getHttpServletRequest());
        page.getDocument().select("script").attr("nonce", nonce);
    }
}
