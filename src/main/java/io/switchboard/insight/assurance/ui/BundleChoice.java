package io.switchboard.insight.assurance.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.switchboard.control.receipts.BundleScope;
import io.switchboard.control.receipts.SharedValues;
import io.switchboard.platform.components.RelativeTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What goes along with an evidence bundle: whether the values that receipts only commit to, and which earlier bundle it is shown to extend. */
final class BundleChoice extends Details {

    private static final long serialVersionUID = 1L;

    final Checkbox values = new Checkbox("Share names and texts that receipts only commit to", true);
    final Select<EarlierBundle> earlier = new Select<>();

    BundleChoice(List<EarlierBundle> bundles, Clock clock) {
        super("Choose what goes along");
        values.setHelperText("Withheld ones still verify: their commitments stay in the receipts.");
        earlier.setLabel("Shown to extend");
        earlier.setEmptySelectionAllowed(true);
        earlier.setEmptySelectionCaption("no earlier bundle");
        earlier.setItems(bundles);
        earlier.setItemLabelGenerator(bundle -> bundle == null
                ? "no earlier bundle"
                : "the one of " + RelativeTime.words(Duration.between(bundle.at(), clock.instant())) + ", "
                        + bundle.treeSize() + " entries");
        earlier.setHelperText("Its holder can then check that nothing in it was changed since.");
        var parts = new Div(values, earlier);
        parts.addClassName("bundle-choice");
        add(parts);
    }

    BundleScope scope() {
        var scope = BundleScope.EVERYTHING.sharing(values.getValue() ? SharedValues.ALL : SharedValues.NONE);
        return earlier.getOptionalValue()
                .map(bundle -> scope.since(bundle.treeSize()))
                .orElse(scope);
    }
}
