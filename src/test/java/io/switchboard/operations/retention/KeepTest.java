package io.switchboard.operations.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void isSaidInDaysOrForEverAndReadBack() {
        assertThat(Keep.parse("365")).contains(new Keep.Days(365));
        assertThat(Keep.parse("forever")).contains(new Keep.Forever());
        assertThat(new Keep.Days(30).wire()).isEqualTo("30");
        assertThat(new Keep.Forever().wire()).isEqualTo("forever");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "29", "3651", "0", "-30", "030", "30 days", "99999999999", "Forever"})
    void isNeitherShorterNorLongerNorAnythingElse(String wire) {
        assertThat(Keep.parse(wire)).isEmpty();
    }

    @Test
    void refusesDaysThatNoTenantMaySet() {
        assertThatThrownBy(() -> new Keep.Days(29)).hasMessage("records are kept for 30 to 3650 days");
    }

    @Test
    void countsWholeDaysBackFromAMoment() {
        assertThat(new Keep.Days(30).before(NOW)).contains(NOW.minus(Duration.ofDays(30)));
        assertThat(new Keep.Forever().before(NOW)).isEmpty();
    }
}
