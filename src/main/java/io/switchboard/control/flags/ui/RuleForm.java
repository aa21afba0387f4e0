package io.switchboard.control.flags.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.switchboard.control.flags.Cohort;
import io.switchboard.control.flags.Rule;
import io.switchboard.control.flags.Snapshot;
import io.switchboard.control.flags.Target;
import io.switchboard.control.flags.Variant;
import io.switchboard.platform.tenancy.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One more rule: about a tenant, a cohort or a share of tenants. */
final class RuleForm extends Div {

    private static final long serialVersionUID = 1L;

    private enum About {
        TENANT("one tenant"),
        COHORT("a cohort"),
        SHARE("a share of tenants");

        private final String words;

        About(String words) {
            this.words = words;
        }
    }

    private final Select<About> about = new Select<>();
    private final ComboBox<Tenant> tenant = new ComboBox<>("Tenant");
    private final ComboBox<Cohort> cohort = new ComboBox<>("Cohort");
    private final IntegerField percent = new IntegerField("Percent");
    private final Select<Boolean> serve = new Select<>();

    RuleForm(Snapshot now, List<Tenant> tenants, Consumer<Rule> added) {
        addClassNames("flag-row", "flag-form");
        about.setLabel("About");
        about.setItems(About.values());
        about.setItemLabelGenerator(one -> one.words);
        about.addValueChangeListener(changed -> fit());
        tenant.setItems(tenants);
        tenant.setItemLabelGenerator(Tenant::name);
        cohort.setItems(List.copyOf(now.cohorts().values()));
        cohort.setItemLabelGenerator(one -> one.key() + " · " + one.title());
        cohort.setHelperText(now.cohorts().isEmpty() ? "There is none yet; the page Cohorts makes one." : "");
        percent.setMin(0);
        percent.setMax(100);
        percent.setStepButtonsVisible(true);
        percent.setValue(10);
        serve.setLabel("Gets");
        serve.setItems(true, false);
        serve.setItemLabelGenerator(Variant::of);
        serve.setValue(true);
        about.setValue(About.TENANT);
        add(about, tenant, cohort, percent, serve, new Button("Set rule", click -> rule().ifPresent(added)));
    }

    private void fit() {
        tenant.setVisible(about.getValue() == About.TENANT);
        cohort.setVisible(about.getValue() == About.COHORT);
        percent.setVisible(about.getValue() == About.SHARE);
    }

    /** Empty where the form says what is missing. */
    private Optional<Rule> rule() {
        return target().map(target -> new Rule(target, serve.getValue()));
    }

    private Optional<Target> target() {
        return switch (about.getValue()) {
            case TENANT -> {
                tenant.setInvalid(tenant.isEmpty());
                tenant.setErrorMessage("Choose a tenant.");
                yield tenant.getOptionalValue().map(one -> new Target.OneTenant(one.id()));
            }
            case COHORT -> {
                cohort.setInvalid(cohort.isEmpty());
                cohort.setErrorMessage("Choose a cohort.");
                yield cohort.getOptionalValue().map(one -> new Target.InCohort(one.key()));
            }
            case SHARE -> {
                var share = percent.getOptionalValue().filter(number -> number >= 0 && number <= 100);
                percent.setInvalid(share.isEmpty());
                percent.setErrorMessage("A whole number from 0 to 100.");
                yield share.map(Target.Share::new);
            }
        };
    }
}
