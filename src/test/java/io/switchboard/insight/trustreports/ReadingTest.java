package io.switchboard.insight.trustreports;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.insight.trustreports.Reading.Count;
import io.switchboard.insight.trustreports.Reading.NotRecorded;
import io.switchboard.insight.trustreports.Reading.Nothing;
import io.switchboard.insight.trustreports.Reading.Said;
import io.switchboard.insight.trustreports.Reading.Share;
import io.switchboard.insight.trustreports.Reading.Took;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingTest {

    @Test
    void saysNumbersAsPeopleDo() {
        assertThat(new Count(1_234_567).words()).isEqualTo("1,234,567");
        assertThat(new Share(2, 3).words()).isEqualTo("66.6 % (2 of 3)");
        assertThat(new Took(Duration.ofSeconds(59)).words()).isEqualTo("59 s");
        assertThat(new Took(Duration.ofMinutes(59)).words()).isEqualTo("59 min");
        assertThat(new Took(Duration.ofMinutes(125)).words()).isEqualTo("2 h 5 min");
        assertThat(new Took(Duration.ofHours(50)).words()).isEqualTo("2 d 2 h");
        assertThat(new Said("holds").words()).isEqualTo("holds");
    }

    @Test
    void aShareThatIsNotWholeNeverRoundsUpToAllOfIt() {
        assertThat(new Share(99_999, 100_000).words()).startsWith("99.9 %");
    }

    @Test
    void whatIsUnknownIsNeverAZero() {
        assertThat(Reading.share(0, 0)).isEqualTo(new Nothing());
        assertThat(Reading.took(Optional.empty())).isEqualTo(new Nothing());
        assertThat(new Nothing().words()).isEqualTo("none to count");
        assertThat(new NotRecorded().words()).isEqualTo("not recorded");
        assertThat(new NotRecorded().json()).containsOnlyKeys("words");
        assertThat(new Count(0).json()).containsEntry("count", 0L);
    }
}
