package io.switchboard.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Errors that a browser's console showed on pages of the portal, and exceptions of its scripts. */
final class Complaints {

    private record Complaint(String where, String what) {

        @Override
        public String toString() {
            return what + " (" + where + ")";
        }
    }

    private final String portal;
    private final List<Complaint> found = new CopyOnWriteArrayList<>();

    Complaints(String portal) {
        this.portal = portal;
    }

    void listenTo(BrowserContext person) {
        person.onConsoleMessage(this::note);
        person.onWebError(error -> found.add(new Complaint(error.page().url(), error.error())));
    }

    private void note(ConsoleMessage message) {
        if ("error".equals(message.type()) && message.page().url().startsWith(portal)) {
            found.add(new Complaint(message.location(), message.text()));
        }
    }

    /** Takes back what the browser says about an answer with that status that the test asked for. */
    void pardon(String address, int status) {
        found.removeIf(complaint ->
                complaint.where().startsWith(address) && complaint.what().contains("status of " + status));
    }

    void assertNone() {
        assertThat(found).as("errors in the browser's console").isEmpty();
    }
}
