package io.switchboard.control.flags.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StaleNoticeTest {

    @Test
    void saysSinceWhenTheLastKnownValuesAreServed() {
        var notice = new StaleNotice(Optional.of(Instant.parse("2026-05-04T10:00:00Z")));
        assertThat(notice.isVisible()).isTrue();
        assertThat(notice.getText()).contains("last known values, of 4 May 2026, 10:00:00 UTC", "reason STALE");
        assertThat(notice.getElement().getAttribute("role")).isEqualTo("alert");
    }

    @Test
    void saysThatDefaultsCountWhereNothingWasEverKnown() {
        assertThat(new StaleNotice(Optional.of(Instant.EPOCH)).getText()).contains("gets their own default");
    }

    @Test
    void isNotThereWhileAllIsWell() {
        assertThat(new StaleNotice(Optional.empty()).isVisible()).isFalse();
    }
}
