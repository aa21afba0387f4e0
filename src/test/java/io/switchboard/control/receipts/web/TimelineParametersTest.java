package io.switchboard.control.receipts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.switchboard.control.receipts.TimelineFilter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineParametersTest {

    private static final String[] NAMES = {
        "action", "outcome", "actor", "from", "to", "subject", "correlation", "thread", "cursor"
    };

    @Test
    void filtersByNothingWhereNothingIsGiven() {
        var none = with("none", "");
        assertThat(none.filter()).isEqualTo(TimelineFilter.ALL);
        assertThat(none.after()).isEmpty();
        assertThat(none.size()).isEqualTo(20);
    }

    @Test
    void namesTheParameterThatIsWrong() {
        for (var name : NAMES) {
            if (!name.equals("actor")) {
                assertThatExceptionOfType(WrongParameterException.class)
                        .isThrownBy(() -> read(with(name, "Nonsense?")))
                        .withMessageContaining("The parameter " + name + " has to be ");
            }
        }
    }

    private static void read(TimelineParameters parameters) {
        assertThat(parameters.filter()).isNotNull();
        assertThat(parameters.named()).isEmpty();
        assertThat(parameters.after()).isEmpty();
    }

    private static TimelineParameters with(String name, String value) {
        var given = Arrays.stream(NAMES)
                .map(each -> each.equals(name) ? value : null)
                .toArray(String[]::new);
        return parameters(given);
    }

    private static TimelineParameters parameters(@Nullable String[] given) {
        return new TimelineParameters(
                given[0], given[1], given[2], given[3], given[4], given[5], given[6], given[7], given[8], null);
    }
}
