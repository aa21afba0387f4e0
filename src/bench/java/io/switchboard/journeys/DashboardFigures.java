package io.switchboard.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import io.switchboard.bench.LiveHeap;
import io.switchboard.bench.Report;
import io.switchboard.bench.Rounds;
import io.switchboard.bench.TenantPast;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.tenancy.Tenants;
import jakarta.servlet.ServletContext;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the heaviest dashboards cost: a tenant's own with ten thousand receipts in 85 days, and the PM's over all tenants. A click is a period that is chosen, which Vaadin answers with a navigation of the UI
 * that is open, and Spring MVC with a page; twenty people click at once, each 50 ms after an answer. Memory is what each further UI keeps alive after a full collection. Bytes are what Chromium
 * says was transferred. Round by round. It lives here to reach the running portal with its provider.
 */
public final class DashboardFigures {

    private static final int USERS = 20;
    private static final int CLICKS = 10;
    private static final int RECEIPTS = 10_000;
    private static final int SESSIONS = 20;
    private static final int HEAPS = 3;
    private static final double AT_MOST = 1.5;
    private static final double REPEAT_AT_MOST = 0.1;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String TENANT = "globex";
    private static final String SUCCESS = "/globex/success";
    private static final int FACTS = 20;
    private static final double SOON = 2;
    private static final String NEWEST = "() => document.querySelector('.tile-age .relative-time')?.title";
    private static final String ABOUT = "about the last ";
    private static final String BARE = "/bare";

    private final JourneyPortal portal;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private DashboardFigures(JourneyPortal portal) {
        this.portal = portal;
    }

    public static void measure(Report report) throws Exception {
        try (var portal = JourneyPortal.start()) {
            new DashboardFigures(portal).all(report);
        }
    }

    private void all(Report report) throws Exception {
        past();
        PlainDashboards.in(portal);
        giveTheBareViewARoute();
        bytes(report);
        heap(report);
        live(report);
        clicks(report);
    }

    private void past() throws Exception {
        var url = portal.bean(Environment.class).getRequiredProperty("spring.datasource.url");
        var tenants = portal.bean(Tenants.class);
        TenantPast.write(
                url,
                tenants.findBySlug(new Slug(TENANT)).orElseThrow().id().value(),
                RECEIPTS,
                tenants.findBySlug(new Slug("initech")).orElseThrow().id().value(),
                RECEIPTS);
        awaitSums();
    }

    /** Waits until the portal itself has added up both pasts. */
    private void awaitSums() {
        var jdbc = portal.bean(JdbcClient.class);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (jdbc.sql("SELECT COUNT(*) FROM success_progress WHERE next_index = ?")
                        .param(RECEIPTS)
                        .query(Integer.class)
                        .single()
                < 2) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the receipts were not added up in time");
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private void giveTheBareViewARoute() {
        var context = new VaadinServletContext(portal.bean(ServletContext.class));
        RouteConfiguration.forRegistry(ApplicationRouteRegistry.getInstance(context))
                .setRoute(BARE.substring(1), BareView.class);
    }

    private void clicks(Report report) throws Exception {
        var success = people(TENANT, "grace", SUCCESS, "Each figure is about the last 30 days");
        compare(
                "dashboard.click-p95",
                success,
                (person, number) -> person.choose(PlainDashboards.days(number), ABOUT),
                (person, number) -> person.plain(PlainDashboards.days(number), ABOUT),
                report);
        compare("dashboard.open-p95", success, new Opening(), (person, number) -> person.plain(30, ABOUT), report);
        compare(
                "dashboard.pilots-click-p95",
                people("platform", "pam", "/platform/pilots", "Since "),
                (person, number) -> person.choose(PlainDashboards.days(number), "Since "),
                (person, number) -> person.plain(PlainDashboards.days(number), "Since "),
                report);
    }

    /** Opens the page in another tab, and closes that afterwards. */
    private static final class Opening implements Crowd.Click<Person> {

        private final Map<Person, Tab> opened = new ConcurrentHashMap<>();

        @Override
        public void by(Person person, int number) throws Exception {
            var tab = new Tab(person.visitor(), person.path(), "period=30");
            opened.put(person, tab);
            tab.navigate(person.path(), "period=30", ABOUT);
        }

        @Override
        public void after(Person person) throws Exception {
            Objects.requireNonNull(opened.remove(person)).close();
        }
    }

    /** Somebody with the page open. */
    private record Person(Visitor visitor, Tab tab, String path) {

        void choose(int days, String shown) throws Exception {
            tab.navigate(path, "period=" + days, shown);
        }

        void plain(int days, String shown) throws Exception {
            var page = visitor.get(path.replaceFirst("/([a-z]+)$", "/plain-$1") + "?period=" + days);
            if (!page.contains(shown)) {
                throw new IllegalStateException("not on the plain page: " + page);
            }
        }
    }

    private List<Person> people(String tenant, String user, String path, String shown) throws Exception {
        var people = new ArrayList<Person>();
        for (int i = 0; i < USERS; i++) {
            var visitor = Visitor.signIn(client, portal, tenant, user);
            var tab = new Tab(visitor, path, "");
            tab.navigate(path, "", shown);
            people.add(new Person(visitor, tab, path));
        }
        return people;
    }

    private static void compare(
            String name, List<Person> people, Crowd.Click<Person> vaadin, Crowd.Click<Person> plain, Report report)
            throws Exception {
        var crowd = new Crowd<>(people, PAUSE);
        crowd.quantile(0.95, CLICKS, vaadin);
        crowd.quantile(0.95, CLICKS, plain);
        var p95 = new Rounds();
        var peer = new Rounds();
        for (int round = 0; round < Rounds.COUNT; round++) {
            p95.add(crowd.quantile(0.95, CLICKS, vaadin));
            peer.add(crowd.quantile(0.95, CLICKS, plain));
        }
        report.add(name, p95.median() * 1_000, "ms", peer.median() / p95.median(), "plain-mvc-page", 1 / AT_MOST);
    }

    /** Tabs stay open: each round adds one to each session, and counts what that added. */
    private void heap(Report report) throws Exception {
        var visitors = new ArrayList<Visitor>();
        for (int i = 0; i < SESSIONS; i++) {
            visitors.add(Visitor.signIn(client, portal, TENANT, "grace"));
        }
        var dashboard = new Rounds();
        var bare = new Rounds();
        heapOf(visitors, BARE, BareView.HEADING);
        heapOf(visitors, SUCCESS, ABOUT);
        for (int round = 0; round < HEAPS; round++) {
            bare.add(heapOf(visitors, BARE, BareView.HEADING));
            dashboard.add(heapOf(visitors, SUCCESS, ABOUT));
        }
        report.add(
                "dashboard.session-heap",
                dashboard.median() / 1_024,
                "KiB",
                bare.median() / dashboard.median(),
                "bare-view",
                1 / AT_MOST);
    }

    private static double heapOf(List<Visitor> visitors, String path, String shown) throws Exception {
        long before = LiveHeap.now();
        for (var visitor : visitors) {
            new Tab(visitor, path, "").navigate(path, "", shown);
        }
        return (LiveHeap.now() - before) / (double) SESSIONS;
    }

    private void bytes(Report report) throws Exception {
        try (var chromium = JourneyBrowser.launch()) {
            var bare = visits(chromium.browser(), BARE);
            var dashboard = visits(chromium.browser(), SUCCESS);
            long first = dashboard.getFirst().sum(address -> !address.contains("apexcharts"));
            long again = dashboard.getLast().sum(_ -> true);
            long peer = bare.getFirst().sum(_ -> true);
            report.add("dashboard.first-load", first / 1_024.0, "KiB", peer / (double) first, "bare-view", 1 / AT_MOST);
            report.add(
                    "dashboard.repeat-visit",
                    again / 1_024.0,
                    "KiB",
                    first / (double) again,
                    "its-first-load",
                    1 / REPEAT_AT_MOST);
        }
    }

    /** From the answer to whoever acted until the page that somebody else has open says so. */
    private void live(Report report) throws Exception {
        var acting = new ScimPerson(portal);
        acting.rename();
        var seen = new Rounds();
        try (var chromium = JourneyBrowser.launch();
                var page = signedIn(chromium.browser(), "acme", "otto").newPage()) {
            page.navigate(portal.address() + "/acme/success");
            Settled.await(page);
            for (int round = 0; round < FACTS; round++) {
                var before = page.evaluate(NEWEST);
                acting.rename();
                seen.time(() -> page.waitForFunction("before => (" + NEWEST + ")() !== before", before));
                LockSupport.parkNanos(Duration.ofMillis(1_000 + 37L * round).toNanos()); // the looks fall anywhere
            }
        }
        report.add("dashboard.live-p95", seen.quantile(0.95), "s", SOON / seen.quantile(0.95), "two-seconds", 1);
    }

    private BrowserContext signedIn(Browser browser, String tenant, String user) throws Exception {
        var person = browser.newContext();
        person.addCookies(List.of(new Cookie(
                        "SWITCHBOARD",
                        Visitor.signIn(client, portal, tenant, user).session())
                .setUrl(portal.address())));
        return person;
    }

    /** The first visit of a browser without a past, and the second. */
    private List<TransferredBytes> visits(Browser browser, String path) throws Exception {
        try (var person = signedIn(browser, TENANT, "grace")) {
            return List.of(visit(person, path), visit(person, path));
        }
    }

    private TransferredBytes visit(BrowserContext person, String path) {
        try (var page = person.newPage()) {
            var bytes = TransferredBytes.of(page);
            page.navigate(portal.address() + path);
            Settled.await(page);
            return bytes;
        }
    }
}
