package io.switchboard.platform.components;

import com.vaadin.flow.component.Component;

/** Keeps a page true while others act: it asks every second as long as it is open in a browser, and no longer. What it does each time had better be cheap and leave alone what did not change. */
public final class LooksAgain {

    private static final int MILLIS = 1_000;
    private static final int NEVER = -1;

    private LooksAgain() {}

    public static void whileOpen(Component component, Runnable look) {
        component.addAttachListener(attached -> {
            var ui = attached.getUI();
            var polls = ui.addPollListener(_ -> look.run());
            ui.setPollInterval(MILLIS);
            component.addDetachListener(detached -> {
                detached.unregisterListener();
                polls.remove();
                ui.setPollInterval(NEVER);
            });
        });
    }
}
