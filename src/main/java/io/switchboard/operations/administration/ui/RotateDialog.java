package io.switchboard.operations.administration.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableBiConsumer;
import io.switchboard.platform.signing.KeyUse;
import io.switchboard.platform.signing.Overlap;
import java.time.Clock;

/** Which key is to be followed, how long it stays valid, and what will happen then. */
final class RotateDialog extends ConfirmDialog {

    private static final long serialVersionUID = 1L;

    private final Select<KeyUse> use = new Select<>();
    private final OverlapSelect overlap = new OverlapSelect();
    private final Paragraph consequence = new Paragraph();
    private final transient Clock clock;

    RotateDialog(Clock clock, SerializableBiConsumer<KeyUse, Overlap> rotate) {
        this.clock = clock;
        setHeader("Rotate a key?");
        use.setLabel("What it signs");
        use.setItems(KeyUse.values());
        use.setItemLabelGenerator(KeyWords::use);
        use.setValue(KeyUse.RECEIPT);
        use.addValueChangeListener(change -> explain());
        overlap.addValueChangeListener(change -> explain());
        consequence.getElement().setAttribute("aria-live", "polite");
        explain();
        var fields = new Div(use, overlap, consequence);
        fields.addClassName("key-dialog");
        add(fields);
        setCancelable(true);
        setConfirmText("Rotate");
        addConfirmListener(confirmed -> rotate.accept(use.getValue(), overlap.getValue()));
    }

    private void explain() {
        var end = clock.instant().plus(overlap.getValue().value());
        consequence.setText(
                signs(use.getValue()) + " from now on. The old key stays valid until " + KeyWords.when(end)
                        + ", and whatever it has signed stays valid for good. A new key set is published at once. This cannot be undone.");
    }

    private static String signs(KeyUse use) {
        return switch (use) {
            case RECEIPT -> "A new key signs receipts and evidence bundles";
            case LOG -> "A new key signs the checkpoints of the log";
            case DOCUMENT -> "A new key, with a new certificate, signs documents";
        };
    }
}
