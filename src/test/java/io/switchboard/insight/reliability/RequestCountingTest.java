package io.switchboard.insight.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.kernel.TenantId;
import io.switchboard.platform.observability.LogContext;
import io.switchboard.platform.observability.ServerFaults;
import io.switchboard.platform.signing.SteppedClock;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** From a request to its row. */
class RequestCountingTest {

    private static final SteppedClock CLOCK = new SteppedClock(java.time.Instant.parse("2026-11-22T09:00:00Z"));
    private static final ReliabilityKit KIT = new ReliabilityKit(CLOCK);

    private final TenantId tenant = KIT.tenant();
    private final RequestCounts counts = KIT.node();
    private final RequestCounting filter = new RequestCounting(counts);

    @AfterEach
    void forget() {
        MDC.clear();
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void aRequestCountsForTheTenantThatWasFoundWhileItWasAnswered() throws Exception {
        get("/api/receipts", (_, _) -> LogContext.tenant(tenant));
        assertThat(written(Indicator.AVAILABILITY)).isEqualTo(new Tally(1, 1));
        assertThat(written(Indicator.LATENCY)).isEqualTo(new Tally(1, 1));
    }

    @Test
    void aRequestCountsForTheTenantThatItsAddressNamesAndOneOfNobodyForThePlatform() throws Exception {
        long before = platform();
        get("/" + KIT.slug(tenant) + "/runs", (_, _) -> {});
        get("/no-such-tenant/runs", (_, answer) -> ((HttpServletResponse) answer).setStatus(404));
        get("/api/receipts", (_, answer) -> ((HttpServletResponse) answer).setStatus(401));
        assertThat(written(Indicator.AVAILABILITY)).isEqualTo(new Tally(1, 1));
        assertThat(platform()).isEqualTo(before + 2);
    }

    private static long platform() {
        return KIT.tally(KIT.platform(), Indicator.AVAILABILITY, Duration.ofHours(1))
                .total();
    }

    @Test
    void aStatusOf500AnExceptionAndAPageThatSaysThatItFailedAreFaultsAndHaveNoTime() throws Exception {
        get("/api/a", (_, answer) -> {
            LogContext.tenant(tenant);
            ((HttpServletResponse) answer).setStatus(503);
        });
        assertThatThrownBy(() -> get("/api/b", (_, _) -> {
                    LogContext.tenant(tenant);
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        get("/", (_, _) -> {
            LogContext.tenant(tenant);
            ServerFaults.note();
        });
        get("/api/c", (_, answer) -> {
            LogContext.tenant(tenant);
            ((HttpServletResponse) answer).setStatus(404);
        });
        assertThat(written(Indicator.AVAILABILITY)).isEqualTo(new Tally(1, 4));
        assertThat(written(Indicator.LATENCY)).isEqualTo(new Tally(1, 1));
    }

    @Test
    void whoeverWentAwayBeforeTheAnswerIsNoFault() {
        assertThatThrownBy(() -> get("/api/a", (_, _) -> {
                    LogContext.tenant(tenant);
                    throw new IOException("Broken pipe");
                }))
                .isInstanceOf(IOException.class);
        assertThat(written(Indicator.AVAILABILITY)).isEqualTo(Tally.NONE);
    }

    @Test
    void pollsAndHeartbeatsDoNotCount() throws Exception {
        get("/", (request, _) -> {
            LogContext.tenant(tenant);
            request.setAttribute(RequestCounting.POLL, true);
        });
        var heartbeat = new MockHttpServletRequest("POST", "/");
        heartbeat.setQueryString("v-r=heartbeat&v-uiId=0");
        pass(heartbeat, (_, _) -> LogContext.tenant(tenant));
        assertThat(written(Indicator.AVAILABILITY)).isEqualTo(Tally.NONE);
    }

    @Test
    void namesThatStrangersMakeUpDoNotFillTheMemoryAndAreThePlatformsInTheEnd() {
        long before = platform();
        var ended = new RequestCounts.Ended(true, true, true);
        for (int i = 0; i < RequestCounts.MOST_NAMES + 50; i++) {
            counts.add(RequestPaths.owner("/made-up-" + i, null, null), ended);
        }
        counts.write();
        assertThat(platform()).isEqualTo(before + RequestCounts.MOST_NAMES + 50);
    }

    @Test
    void whatANodeHasNotWrittenWhenItStopsIsWrittenThenAndOnlyOnce() throws Exception {
        get("/api/a", (_, _) -> LogContext.tenant(tenant));
        counts.destroy();
        counts.destroy();
        assertThat(KIT.tally(tenant, Indicator.AVAILABILITY, Duration.ofHours(1)))
                .isEqualTo(new Tally(1, 1));
    }

    private Tally written(Indicator indicator) {
        counts.write();
        return KIT.tally(tenant, indicator, Duration.ofHours(1));
    }

    private void get(String path, FilterChain chain) throws ServletException, IOException {
        pass(new MockHttpServletRequest("GET", path), chain);
    }

    private void pass(HttpServletRequest request, FilterChain chain) throws ServletException, IOException {
        MDC.clear();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        filter.doFilter(request, new MockHttpServletResponse(), chain);
    }
}
