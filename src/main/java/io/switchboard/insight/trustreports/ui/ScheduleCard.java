package io.switchboard.insight.trustreports.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.insight.trustreports.Schedule;
import io.switchboard.insight.trustreports.TrustReportDesk;
import io.switchboard.insight.trustreports.TrustReports;
import io.switchboard.kernel.Role;
import io.switchboard.platform.components.Card;
import io.switchboard.platform.identity.ui.TenantContext;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** Whether reports are made by themselves, and in which zone weeks end. */
@Component
class ScheduleCard {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(ScheduleCard::isPlace)
            .sorted()
            .toList();

    private final TrustReportDesk desk;
    private final TrustReports reports;
    private final Clock clock;

    ScheduleCard(TrustReportDesk desk, TrustReports reports, Clock clock) {
        this.desk = desk;
        this.reports = reports;
        this.clock = clock;
    }

    Section of(TenantContext context, BiConsumer<String, Enforced<?>> told) {
        var schedule = desk.schedule(context.caller());
        var card = new Card("Every week", new Paragraph(words(schedule)));
        if (context.holds(Role.PARTNER_ADMIN)) {
            card.add(form(context, schedule, told));
        }
        return card;
    }

    private String words(Schedule schedule) {
        return schedule.isOn()
                ? "A report is made after each week. The next is due on "
                        + TIME.format(schedule.nextDue(clock.instant()).atZone(schedule.zone())) + " ("
                        + schedule.zone().getId() + "). A week that was missed is caught up, and its report says so."
                : "Weekly reports are off. Switched on, one is made by itself after the end of each week, and kept here.";
    }

    private Div form(TenantContext context, Schedule schedule, BiConsumer<String, Enforced<?>> told) {
        var zone = new ComboBox<String>("Weeks end in the zone");
        zone.setItems(ZONES);
        zone.setValue(
                schedule.zone().getId().equals("Z") ? "UTC" : schedule.zone().getId());
        zone.addClassName("zone");
        var line = new Div(zone);
        line.addClassNames("line", "form-line");
        if (schedule.isOn()) {
            line.add(
                    button(
                            "Save the zone",
                            true,
                            () -> told.accept(
                                    "change the zone",
                                    reports.schedule(context.caller(), true, chosen(zone), schedule.version()))),
                    button(
                            "Switch off",
                            false,
                            () -> told.accept(
                                    "switch weekly reports off",
                                    reports.schedule(context.caller(), false, chosen(zone), schedule.version()))));
        } else {
            line.add(button(
                    "Switch on",
                    true,
                    () -> told.accept(
                            "switch weekly reports on",
                            reports.schedule(context.caller(), true, chosen(zone), schedule.version()))));
        }
        return line;
    }

    private static Button button(String text, boolean primary, Runnable work) {
        var button = new Button(text, _ -> work.run());
        if (primary) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        return button;
    }

    private static ZoneId chosen(ComboBox<String> zone) {
        return ZoneId.of(zone.getOptionalValue().orElse("UTC"));
    }

    /** Without the zones that only old systems name. */
    private static boolean isPlace(String id) {
        return id.equals("UTC")
                || id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/") && !id.startsWith("US/");
    }
}
