package io.switchboard.operations.delivery;

import com.sun.net.httpserver.HttpServer;
import io.switchboard.bench.Report;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Slug;
import io.switchboard.operations.webhooks.EndpointName;
import io.switchboard.operations.webhooks.Webhooks;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.Tenants;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Messages from the outbox to a receiver that answers at once, each with its attempt in the log and its receipt, against a bare HTTP client that posts the same bodies one after the other; then the same
 * beside a receiver that hangs.
 */
public final class DeliveryFigures {

    private static final int MESSAGES = 5_000;
    private static final int WARM = 5_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final ApplicationContext portal;

    public DeliveryFigures(ApplicationContext portal) {
        this.portal = portal;
    }

    public void measure(Report report) throws Exception {
        var heard = new AtomicInteger();
        var quick = receiver(heard, Duration.ZERO);
        var slow = receiver(new AtomicInteger(), Duration.ofSeconds(60));
        try {
            var alone = tenant("alone");
            register(alone, "quick", quick);
            delivered(alone, heard, WARM);
            double product = delivered(alone, heard, MESSAGES);
            double peer = bare(quick, MESSAGES);
            report.add("webhook.throughput", MESSAGES / product, "/s", peer / product, "bare-client-loop", 0.5);
            var beside = tenant("beside");
            register(beside, "quick", quick);
            register(beside, "slow", slow);
            double disturbed = delivered(beside, heard, MESSAGES);
            report.add("webhook.beside-a-slow-receiver", MESSAGES / disturbed, "/s", product / disturbed, "alone", 0.9);
        } finally {
            quick.stop(0);
            slow.stop(0);
        }
    }

    private static HttpServer receiver(AtomicInteger heard, Duration pause) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/hook", exchange -> {
            exchange.getRequestBody().readAllBytes();
            LockSupport.parkNanos(pause.toNanos());
            heard.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private Tenant tenant(String slug) {
        var tenant = portal.getBean(Tenants.class)
                .register(new Slug(slug), Plan.ENTERPRISE, new TenantSettings(slug, "#1f5eff", Optional.empty(), 365));
        portal.getBean(KeyRing.class)
                .establish(tenant.id(), tenant.log(), tenant.log().value());
        return tenant;
    }

    private void register(Tenant tenant, String name, HttpServer server) {
        portal.getBean(Webhooks.class)
                .register(
                        new Caller(tenant.id(), Actor.service("bench"), Set.of(Role.PARTNER_ADMIN)),
                        new EndpointName(name),
                        address(server));
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** Seconds from the last message's being put down, just before the commit, to its being heard. */
    private double delivered(Tenant tenant, AtomicInteger heard, int messages) {
        var outbox = portal.getBean(Outbox.class);
        int before = heard.get();
        var put = new AtomicLong();
        portal.getBean(TransactionTemplate.class).executeWithoutResult(_ -> {
            for (int i = 0; i < messages; i++) {
                outbox.put(
                        tenant.id(),
                        new Announcement(
                                "delivery.test", "bench-" + i, Map.of("number", i), Instant.now(), Optional.empty()));
            }
            put.set(System.nanoTime());
        });
        long start = put.get();
        while (heard.get() - before < messages) {
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw new IllegalStateException("only " + (heard.get() - before) + " messages arrived");
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double bare(HttpServer server, int messages) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address(server)))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"data\":{\"number\":1},\"type\":\"delivery.test\"}"))
                    .build();
            for (int i = 0; i < WARM; i++) {
                http.send(request, BodyHandlers.discarding());
            }
            long start = System.nanoTime();
            for (int i = 0; i < messages; i++) {
                http.send(request, BodyHandlers.discarding());
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
