package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an orchestrator learns: readiness says whether requests can be served, liveness only whether the process should be left alone. */
class HealthTest extends RunningPortal {

    private static final String READINESS = "/actuator/health/readiness";
    private static final String LIVENESS = "/actuator/health/liveness";

    @AfterEach
    void mend() {
        cable().mend();
        awaitReadiness(200);
    }

    @Test
    void isReadyAndTellsStrangersNoMoreThanThat() {
        var answer = get(READINESS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void isNotReadyWhileTheDatabaseIsAwayAndComesBackByItself() {
        cable().cut();
        awaitReadiness(503);
        assertThat(get(LIVENESS).statusCode()).isEqualTo(200);
        cable().mend();
        awaitReadiness(200);
        assertThat(getAs("north-operator", "/api/me").statusCode()).isEqualTo(200);
    }

    private void awaitReadiness(int status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> get(READINESS).statusCode() == status);
    }
}
