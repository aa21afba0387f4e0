package io.switchboard.operations.administration.ui;

import com.vaadin.flow.component.select.Select;
import io.switchboard.platform.signing.Overlap;
import java.time.Duration;

/** How long the old key stays valid; a day unless somebody chooses otherwise. */
final class OverlapSelect extends Select<Overlap> {

    private static final long serialVersionUID = 1L;

    OverlapSelect() {
        setLabel("The old key stays valid for");
        setItems(KeyWords.OVERLAPS);
        setItemLabelGenerator(KeyWords::overlap);
        setValue(new Overlap(Duration.ofDays(1)));
    }
}
