package io.switchboard.journeys;

import java.nio.file.Path;
import java.time.Duration;

/** What the search for a browser asks of the machine it runs on. */
interface Machine extends Host {

    /** The browser that Playwright would bring itself; it need not be there. */
    Path playwrightsOwn();

    /** Asks Playwright to fetch its own browser. */
    boolean installPlaywrightsOwn(Duration limit);
}
