package io.switchboard.operations.imports.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.operations.imports.ImportCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class ImportRunsTest {

    private final ImportAnswer answer = new ImportAnswer(
            "pln_aaaaaaaaaaaaaaaa",
            "identities",
            "people.csv",
            Instant.EPOCH,
            "csv",
            "planning",
            "update",
            null,
            new ImportCounts(0, 0, 0, 0, 0, 0, 0),
            null,
            null,
            null,
            List.of(),
            List.of(),
            Map.of());

    @Test
    void saysWhereToAskAboutWhatTakesLonger() {
        var response = ImportRuns.answered(
                new CompletableFuture<>(), Duration.ofMillis(10), () -> ImportRuns.accepted(answer));
        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
        assertThat(response.getHeaders().getLocation()).hasToString("/api/imports/pln_aaaaaaaaaaaaaaaa");
        assertThat(response.getBody()).isEqualTo(answer);
    }

    @Test
    void answersAtOnceWhatHasEnded() {
        var response = ImportRuns.answered(
                CompletableFuture.completedFuture(Optional.empty()),
                Duration.ofDays(1),
                () -> ImportRuns.accepted(answer));
        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }
}
