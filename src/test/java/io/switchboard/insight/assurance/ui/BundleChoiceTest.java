package io.switchboard.insight.assurance.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.receipts.BundleScope;
import io.switchboard.control.receipts.SharedValues;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class BundleChoiceTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final EarlierBundle EARLIER = new EarlierBundle(NOON.minusSeconds(7200), 12);

    private final BundleChoice choice = new BundleChoice(List.of(EARLIER), Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void takesEverythingAlongUnlessToldOtherwise() {
        assertThat(choice.scope()).isEqualTo(BundleScope.EVERYTHING);
    }

    @Test
    void withholdsValuesAndExtendsAnEarlierBundleWhereChosen() {
        choice.values.setValue(false);
        choice.earlier.setValue(EARLIER);
        assertThat(choice.scope())
                .isEqualTo(BundleScope.EVERYTHING.sharing(SharedValues.NONE).since(12));
    }

    @Test
    void leavesTheDocumentsOutForWhoeverHoldsACopyWithSectionsWithheld() {
        choice.documents.setValue(false);
        assertThat(choice.scope()).isEqualTo(BundleScope.EVERYTHING.withDocuments(false));
    }

    @Test
    void tellsWhichBundleIsMeant() {
        assertThat(choice.earlier.getItemLabelGenerator().apply(EARLIER)).isEqualTo("the one of 2 h ago, 12 entries");
    }
}
