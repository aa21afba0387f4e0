package io.switchboard.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ProbesTest {

    private static final String HOME = "192.0.2.1";

    private Instant now = Instant.parse("2026-11-21T09:00:00Z");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Clock clock = clockOf(() -> now);
    private final OwnRequests own = new OwnRequests();
    private final Probes probes = new Probes(new Allowances(3, clock), meters, own);

    @Test
    void answersTooManyProbesWithTheTimeToWait() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(HOME, 401).getStatus()).isEqualTo(401);
        }
        var refused = ask(HOME, 401);
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("21");
        assertThat(refused.getContentType()).isEqualTo("application/problem+json");
        assertThat(refused.getContentAsString()).contains("too-many-probes");
    }

    @Test
    void letsTheAddressInAgainAfterTheWait() throws Exception {
        for (int i = 0; i < 4; i++) {
            ask(HOME, 404);
        }
        now = now.plus(Duration.ofSeconds(21));
        assertThat(ask(HOME, 200).getStatus()).isEqualTo(200);
    }

    @Test
    void hasNothingAgainstManyGoodRequestsOrAgainstOthers() throws Exception {
        for (int i = 0; i < 100; i++) {
            assertThat(ask(HOME, 200).getStatus()).isEqualTo(200);
        }
        for (int i = 0; i < 4; i++) {
            ask("192.0.2.2", 404);
        }
        assertThat(ask(HOME, 404).getStatus()).isEqualTo(404);
    }

    @Test
    void countsASubscribersIpv6AddressesAsOne() throws Exception {
        for (int i = 0; i < 3; i++) {
            ask("2001:db8:1:2:0:0:0:" + i, 401);
        }
        assertThat(ask("2001:db8:1:2:a:b:c:d", 200).getStatus()).isEqualTo(429);
        assertThat(ask("2001:db8:1:3:0:0:0:1", 200).getStatus()).isEqualTo(200);
    }

    @Test
    void countsWhatItSaw() throws Exception {
        for (int status : new int[] {401, 401, 404, 200}) {
            ask(HOME, status);
        }
        assertThat(count("unauthenticated")).isEqualTo(2);
        assertThat(count("not-found")).isEqualTo(1);
        assertThat(count("limited")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/readiness", "/favicon.ico"})
    void doesNotCountWhatNobodyProbesWith(String path) throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(ask(HOME, 404, path).getStatus()).isEqualTo(404);
        }
    }

    private double count(String kind) {
        return meters.counter("switchboard.probes", "kind", kind).count();
    }

    private MockHttpServletResponse ask(String address, int status) throws Exception {
        return ask(address, status, "/api/receipts");
    }

    private MockHttpServletResponse ask(String address, int status, String path) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.setRemoteAddr(address);
        var response = new MockHttpServletResponse();
        probes.doFilter(request, response, (in, out) -> ((HttpServletResponse) out).setStatus(status));
        return response;
    }

    private static Clock clockOf(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }
}
