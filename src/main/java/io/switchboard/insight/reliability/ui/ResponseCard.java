package io.switchboard.insight.reliability.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.insight.reliability.Baseline;
import io.switchboard.insight.reliability.Comparison;
import io.switchboard.insight.reliability.Reliability;
import io.switchboard.insight.reliability.TypeTimes;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.DateField;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.identity.ui.TenantContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** How quickly incidents are looked after, beside the baseline; for whoever may, a form that records one. */
@org.springframework.stereotype.Component
class ResponseCard {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final int USUAL_DAYS = 90;

    private final ReceiptQuery receipts;
    private final ActorNames names;
    private final Clock clock;

    ResponseCard(ReceiptQuery receipts, ActorNames names, Clock clock) {
        this.receipts = receipts;
        this.names = names;
        this.clock = clock;
    }

    Section of(TenantContext context, Reliability reliability) {
        var card = ReliabilityCards.card(
                "Response to incidents",
                new Paragraph("Medians of the incidents opened in the last " + reliability.incidentDays()
                        + " days: from opened to acknowledged (MTTA), and from opened to mitigated (MTTM)."));
        card.add(reliability
                .baseline()
                .map(baseline -> recorded(context, baseline))
                .orElseGet(ResponseCard::none));
        if (reliability.incidents().getFirst().now().incidents() == 0) {
            card.add(
                    new Paragraph(
                            "No incident was opened in that time. They are opened on the page Incidents, or brought by an import."));
        } else {
            card.add(table(reliability.incidents()));
        }
        return card;
    }

    private Component recorded(TenantContext context, Baseline baseline) {
        var line = new Div(new Span("The baseline is of " + DAY.format(baseline.from()) + " to "
                + DAY.format(baseline.to()) + ", recorded by "
                + names.of(context.tenant().id(), baseline.by()) + ". The goal is an MTTM 40 % below it."));
        baseline.receipt().ifPresent(receipt -> {
            var states = receipts.states(context.tenant().id(), List.of(receipt));
            line.add(new ReceiptBadge(context.slug(), receipt, states.getOrDefault(receipt, LogState.PENDING)));
        });
        line.addClassName("line");
        return line;
    }

    private static Component none() {
        return new Paragraph(
                "No baseline is on record, so nothing says whether this is better than before. A partner-admin records one of a period in which incidents were mitigated.");
    }

    private static Component table(List<Comparison> incidents) {
        return new DataTable<Comparison>("Response times by type of incident")
                .column("Type", one -> new Span(type(one.now())))
                .column("Incidents", one -> new Span(LevelWords.number(one.now().incidents())))
                .column("MTTA", one -> new Span(LevelWords.took(one.now().mtta())))
                .column("MTTM", one -> new Span(LevelWords.took(one.now().mttm())))
                .column(
                        "Baseline",
                        one -> new Span(one.baseline()
                                .map(times -> LevelWords.took(times.mttm()))
                                .orElse(LevelWords.NONE)))
                .column("Change", ResponseCard::change)
                .rows(incidents);
    }

    private static String type(TypeTimes times) {
        return times.type().equals(TypeTimes.ALL) ? "All" : times.type();
    }

    private static Component change(Comparison one) {
        var words = LevelWords.change(one.change());
        return one.reachesGoal()
                .<Component>map(reached -> reached
                        ? new StateTag(StateTag.Tone.SUCCESS, words + ", goal reached")
                        : new StateTag(StateTag.Tone.NEUTRAL, words))
                .orElseGet(() -> new Span(words));
    }

    /** Ninety days up to yesterday, unless somebody says otherwise. */
    Component form(BiConsumer<LocalDate, LocalDate> wanted) {
        var yesterday = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        var from = day("First day", yesterday.minusDays(USUAL_DAYS - 1L));
        var to = day("Last day", yesterday);
        var put = new Button("Record the baseline", _ -> {
            List.of(from, to).forEach(day -> day.setInvalid(day.getValue() == null));
            if (!from.isInvalid() && !to.isInvalid()) {
                wanted.accept(from.getValue(), to.getValue());
            }
        });
        put.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var days = new Div(from, to);
        days.addClassName("line");
        var fields = new Div(
                new Paragraph(
                        "Of the incidents opened in these days (UTC), by type. The figures are computed when you record them, and take the place of the baseline before, which is kept."),
                days,
                put);
        fields.addClassName("fields");
        return new NativeDetails("Record a baseline", fields);
    }

    private static DateField day(String label, LocalDate value) {
        var day = new DateField(label);
        day.setLocale(Locale.UK);
        day.setValue(value);
        day.setErrorMessage("A day.");
        return day;
    }
}
