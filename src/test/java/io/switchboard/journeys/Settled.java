package io.switchboard.journeys;

import com.microsoft.playwright.Page;

/** Waits until a page of Vaadin has nothing to do any more: client started, no request under way, fonts there, two frames painted. */
final class Settled {

    private static final String IDLE = """
            () => {
              if (document.readyState !== 'complete') return false;
              const clients = window.Vaadin?.Flow?.clients;
              if (!clients) return !document.getElementById('outlet');
              const all = Object.values(clients);
              return all.length > 0 && all.every(client => !client.isActive || !client.isActive());
            }""";

    /** Work that a script has put off (a grid asking for its rows) begins within a frame or two. */
    private static final String FRAMES = """
            async () => {
              await document.fonts.ready;
              for (let i = 0; i < 2; i++) await new Promise(next => requestAnimationFrame(next));
            }""";

    private Settled() {}

    static void await(Page page) {
        page.waitForLoadState();
        page.waitForFunction(IDLE);
        page.evaluate(FRAMES);
        page.waitForFunction(IDLE);
    }
}
