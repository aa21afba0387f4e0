package io.switchboard.control.flags.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.switchboard.control.flags.Cohort;
import io.switchboard.control.flags.Hold;
import io.switchboard.control.flags.RampStep;
import io.switchboard.control.flags.Snapshot;
import io.switchboard.control.flags.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One step of a new ramp: for whom, and what it is held for. */
final class RampStepRow extends Div {

    private static final long serialVersionUID = 1L;

    private final Span number = new Span();
    private final Select<About> about = new Select<>();
    private final IntegerField percent = new IntegerField("Percent");
    private final Select<Cohort> cohort = new Select<>();
    private final Select<Until> until = new Select<>();
    private final IntegerField amount = new IntegerField();
    private final Button remove = new Button("Remove");

    private enum About {
        SHARE("a share"),
        COHORT("a cohort");

        private final String words;

        About(String words) {
            this.words = words;
        }
    }

    private enum Until {
        MINUTES("minutes", 1, 86_400),
        HOURS("hours", 1, 1_440),
        DAYS("days", 1, 60),
        APPROVAL("an approval", 0, 0),
        SAMPLE("actions", 1, 1_000_000);

        private final String words;
        private final int least;
        private final int most;

        Until(String words, int least, int most) {
            this.words = words;
            this.least = least;
            this.most = most;
        }
    }

    RampStepRow(Snapshot now, int share) {
        addClassNames("flag-row", "flag-form", "ramp-step");
        about.setLabel("On for");
        about.setItems(About.values());
        about.setItemLabelGenerator(one -> one.words);
        percent.setMin(0);
        percent.setMax(100);
        percent.setValue(share);
        cohort.setLabel("Cohort");
        cohort.setItems(List.copyOf(now.cohorts().values()));
        cohort.setItemLabelGenerator(one -> one.key() + " · " + one.title());
        until.setLabel("Then held for");
        until.setItems(Until.values());
        until.setItemLabelGenerator(one -> one.words);
        amount.setLabel("How many");
        amount.setValue(24);
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        about.addValueChangeListener(changed -> fit());
        until.addValueChangeListener(changed -> fit());
        about.setValue(About.SHARE);
        until.setValue(Until.HOURS);
        add(number, about, percent, cohort, until, amount, remove);
    }

    void onRemoved(Runnable removed) {
        remove.addClickListener(click -> removed.run());
    }

    void number(int place) {
        number.setText(place + ".");
        remove.setAriaLabel("Remove step " + place);
    }

    private void fit() {
        percent.setVisible(about.getValue() == About.SHARE);
        cohort.setVisible(about.getValue() == About.COHORT);
        amount.setVisible(until.getValue() != Until.APPROVAL);
        until.setHelperText(until.getValue() == Until.SAMPLE ? "governed, of tenants that have it" : "");
    }

    /** Empty where the row says what is missing. */
    Optional<RampStep> step() {
        return target().flatMap(target -> hold().map(hold -> new RampStep(target, hold)));
    }

    private Optional<Target> target() {
        if (about.getValue() == About.COHORT) {
            cohort.setInvalid(cohort.isEmpty());
            cohort.setErrorMessage("Choose a cohort.");
            return cohort.getOptionalValue().map(one -> new Target.InCohort(one.key()));
        }
        var share = percent.getOptionalValue().filter(one -> one >= 0 && one <= 100);
        percent.setInvalid(share.isEmpty());
        percent.setErrorMessage("From 0 to 100.");
        return share.map(Target.Share::new);
    }

    private Optional<Hold> hold() {
        var kind = until.getValue();
        if (kind == Until.APPROVAL) {
            return Optional.of(new Hold.Approval());
        }
        var fits = amount.getOptionalValue().filter(one -> one >= kind.least && one <= kind.most);
        amount.setInvalid(fits.isEmpty());
        amount.setErrorMessage("From " + kind.least + " to " + kind.most + ".");
        return fits.map(number -> hold(kind, number));
    }

    private static Hold hold(Until kind, int number) {
        return switch (kind) {
            case MINUTES -> new Hold.For(Duration.ofMinutes(number));
            case HOURS -> new Hold.For(Duration.ofHours(number));
            case DAYS -> new Hold.For(Duration.ofDays(number));
            case SAMPLE -> new Hold.Sample(number);
            case APPROVAL -> new Hold.Approval();
        };
    }
}
