package io.switchboard.insight.reliability;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** An open page asks every second what is new. Such a request looks like a click from outside, so whoever handles it says what it was. */
@Component
class PollMarks implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(begun -> begun.getUI().addPollListener(_ -> mark()));
    }

    private static void mark() {
        var request = VaadinRequest.getCurrent();
        if (request != null) {
            request.setAttribute(RequestCounting.POLL, true);
        }
    }
}
