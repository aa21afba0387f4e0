package io.switchboard.operations.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResponseTest {

    private static final Instant OPENED = Instant.parse("2026-11-01T10:00:00Z");

    @Test
    void readsFromTheTimelineWhenItWasAcknowledgedMitigatedAndResolved() {
        var response = Response.of(incident(
                Optional.of(OPENED),
                Optional.empty(),
                change(0, "new"),
                change(5, "active"),
                change(30, "mitigated"),
                change(90, "resolved"),
                change(99, "closed")));
        assertThat(response.acknowledged()).contains(Duration.ofMinutes(5));
        assertThat(response.mitigated()).contains(Duration.ofMinutes(30));
        assertThat(response.resolved()).contains(Duration.ofMinutes(90));
    }

    @Test
    void countsAnEndAsAnAnswerToAllThree() {
        var response = Response.of(incident(Optional.of(OPENED), Optional.of(OPENED.plusSeconds(60))));
        assertThat(response.acknowledged()).contains(Duration.ofMinutes(1));
        assertThat(response.mitigated()).contains(Duration.ofMinutes(1));
        assertThat(response.resolved()).contains(Duration.ofMinutes(1));
    }

    @Test
    void leavesOpenWhatWasNotSaid() {
        assertThat(Response.of(
                        incident(Optional.of(OPENED), Optional.empty(), change(0, "new"), change(3, "cancelled"))))
                .isEqualTo(new Response(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(Response.of(incident(Optional.empty(), Optional.of(OPENED))).resolved())
                .as("nothing says when it began")
                .isEmpty();
    }

    @Test
    void leavesOutTimesBeforeTheBeginningWhateverTheirOrder() {
        var response = Response.of(
                incident(Optional.of(OPENED), Optional.empty(), change(40, "resolved"), change(-10, "active")));
        assertThat(response.acknowledged()).contains(Duration.ofMinutes(40));
    }

    @Test
    void isTheMedianOfThoseThatCameSoFar() {
        var times = ResponseTimes.of(List.of(
                incident(Optional.of(OPENED), Optional.empty(), change(10, "active")),
                incident(Optional.of(OPENED), Optional.empty(), change(20, "active")),
                incident(Optional.of(OPENED), Optional.empty(), change(90, "mitigated")),
                incident(Optional.of(OPENED), Optional.empty(), change(0, "new"))));
        assertThat(times.incidents()).isEqualTo(4);
        assertThat(times.mtta()).isEqualTo(new ResponseTimes.Median(Optional.of(Duration.ofMinutes(20)), 3));
        assertThat(times.mttm()).isEqualTo(new ResponseTimes.Median(Optional.of(Duration.ofMinutes(90)), 1));
        assertThat(times.mttr()).isEqualTo(new ResponseTimes.Median(Optional.empty(), 0));
    }

    private static StateChange change(int minutes, String status) {
        return new StateChange(OPENED.plusSeconds(60L * minutes).toString(), status, null, null, null);
    }

    private static Incident incident(Optional<Instant> opened, Optional<Instant> resolved, StateChange... timeline) {
        return new Incident(
                TenantId.random(),
                IncidentId.random(),
                "I-1",
                "Title",
                IncidentStatus.NEW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                opened,
                resolved,
                Optional.empty(),
                Arrays.asList(timeline),
                1);
    }
}
