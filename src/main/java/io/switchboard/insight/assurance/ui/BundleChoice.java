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

/** What goes along with an evidence bundle: whether the values that receipts only commit to, whether the latest documents, and which earlier bundle it is shown to extend. */
final class BundleChoice extends Details {

    private static final long serialVersionUID = 1L;

    final Checkbox values = new Checkbox("Share names and texts that receipts only commit to", true);
    final Checkbox documents = new Checkbox("Take the latest documents along", true);
    final Select<EarlierBundle> earlier = new Select<>();

    BundleChoice(List<EarlierBundle> bundles, Clock clock) {
        super("Choose what goes along");
        values.setHelperText("Withheld ones still verify: their commitments stay in the receipts.");
        documents.setHelperText(
                "Leave them out for whoever holds a Trust Report with sections withheld: the bundle has the latest in full.");
        earlier.setLabel("Shown to extend");
        earlier.setEmptySelectionAllowed(true);
        earlier.setEmptySelectionCaption("no earlier bundle");
        earlier.setItems(bundles);
        earlier.setItemLabelGenerator(bundle -> bundle == null
                ? "no earlier bundle"
                : "the one of " + RelativeTime.words(Duration.between(bundle.at(), clock.instant())) + ", "
                        + bundle.treeSize() + " entries");
        earlier.setHelperText("Its holder can then check that nothing in it was changed since.");
        var parts = new Div(values, documents, earlier);
        parts.addClassName("bundle-choice");
        add(parts);
    }

    BundleScope scope() {
        var scope = BundleScope.EVERYTHING
                .sharing(values.getValue() ? SharedValues.ALL : SharedValues.NONE)
                .withDocuments(documents.getValue());
        return earlier.getOptionalValue()
                .map(bundle -> scope.since(bundle.treeSize()))
                .orElse(scope);
    }
}
