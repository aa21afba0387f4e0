package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.operations.imports.ImportKinds.Kind;
import io.switchboard.operations.imports.SavedMapping;
import io.switchboard.operations.imports.schedules.ImportSchedule;
import io.switchboard.operations.imports.schedules.OnPlan;
import io.switchboard.operations.imports.schedules.ScheduleDraft;
import io.switchboard.operations.imports.schedules.ScheduleSource.Access;
import io.switchboard.platform.identity.ui.TenantContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a schedule is, to be created or changed. A secret is asked for and never shown: left empty in a change, the one before stays. */
final class ScheduleForm extends Div {

    private static final long serialVersionUID = 1L;
    private static final String NO_MAPPING = "";

    private final transient TenantContext context;
    private final transient ScheduleDesk desk;
    private final TextField name = new TextField("Name");
    private final Select<Kind> kind = new Select<>();
    private final TextField url = new TextField("Address of the file");
    private final Select<Access> access = new Select<>();
    private final TextField accessKey = new TextField("Access key");
    private final TextField region = new TextField("Region");
    private final PasswordField token = new PasswordField("Token");
    private final Select<String> mapping = new Select<>();
    private final Select<Duration> every = new Select<>();
    private final Select<OnPlan> onPlan = new Select<>();

    ScheduleForm(
            TenantContext context,
            ScheduleDesk desk,
            Optional<ImportSchedule> before,
            String label,
            Consumer<ScheduleDraft> asked) {
        this.context = context;
        this.desk = desk;
        addClassNames("card", "schedule-form");
        choices();
        before.ifPresentOrElse(this::fill, this::usual);
        var save = new Button(label, click -> asked.accept(draft()));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(name, kind, url, access, accessKey, region, token, mapping, every, onPlan, save);
    }

    private void choices() {
        name.setMaxLength(80);
        name.setRequiredIndicatorVisible(true);
        kind.setLabel("What is in the file");
        kind.setItems(desk.kinds().all());
        kind.setItemLabelGenerator(Words::kind);
        kind.addValueChangeListener(event -> offerMappings(event.getValue()));
        url.setPlaceholder("https://files.example.com/people.csv");
        url.setHelperText("An https address. What follows a question mark is kept sealed and not shown again.");
        url.setRequiredIndicatorVisible(true);
        access.setLabel("How the portal is let in");
        access.setItems(Access.values());
        access.setItemLabelGenerator(ScheduleWords::access);
        access.addValueChangeListener(event -> ask(event.getValue()));
        region.setPlaceholder("us-east-1");
        mapping.setLabel("Saved mapping");
        mapping.setHelperText("None: columns are recognised by their names each time.");
        mapping.setItemLabelGenerator(text -> text.equals(NO_MAPPING) ? "none" : text);
        every.setLabel("Every");
        every.setItemLabelGenerator(ScheduleWords::every);
        onPlan.setLabel("What happens with the plan");
        onPlan.setItems(OnPlan.values());
        onPlan.setItemLabelGenerator(ScheduleWords::onPlan);
    }

    private void usual() {
        every.setItems(ScheduleWords.INTERVALS);
        kind.setValue(desk.kinds().all().getFirst());
        access.setValue(Access.NONE);
        every.setValue(Duration.ofDays(1));
        onPlan.setValue(OnPlan.PLAN);
    }

    private void fill(ImportSchedule schedule) {
        name.setValue(schedule.name());
        every.setItems(Stream.concat(ScheduleWords.INTERVALS.stream(), Stream.of(schedule.every()))
                .distinct()
                .sorted()
                .toList());
        desk.kinds().find(schedule.kind()).ifPresent(kind::setValue);
        url.setValue(schedule.source().address());
        if (schedule.source().hasQuery()) {
            url.setHelperText("It has a query (?…) that is not shown. Type the whole address again to keep one.");
        }
        access.setValue(schedule.source().access());
        schedule.source().accessKey().ifPresent(accessKey::setValue);
        schedule.source().region().ifPresent(region::setValue);
        token.setHelperText("Leave it empty to keep the one before, as long as the host stays the same.");
        schedule.mapping()
                .flatMap(id -> desk.mappings().find(context.caller(), id))
                .map(SavedMapping::name)
                .ifPresent(mapping::setValue);
        every.setValue(schedule.every());
        onPlan.setValue(schedule.onPlan());
    }

    private void offerMappings(Kind chosen) {
        var names = desk.mappings().all(context.caller(), Optional.of(chosen.name())).stream()
                .map(SavedMapping::name);
        List<String> offered = Stream.concat(Stream.of(NO_MAPPING), names).toList();
        mapping.setItems(offered);
        mapping.setValue(NO_MAPPING);
    }

    private void ask(Access chosen) {
        token.setVisible(chosen != Access.NONE);
        token.setLabel(chosen == Access.S3 ? "Secret key" : "Token");
        accessKey.setVisible(chosen == Access.S3);
        region.setVisible(chosen == Access.S3);
    }

    private ScheduleDraft draft() {
        return new ScheduleDraft(
                name.getValue(),
                kind.getValue().name(),
                url.getValue().strip(),
                access.getValue().wire(),
                Optional.of(token.getValue()),
                Optional.of(accessKey.getValue()),
                Optional.of(region.getValue()),
                Optional.ofNullable(mapping.getValue()),
                every.getValue().toString(),
                onPlan.getValue().wire());
    }
}
