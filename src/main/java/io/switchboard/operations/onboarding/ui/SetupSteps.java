package io.switchboard.operations.onboarding.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import io.switchboard.operations.onboarding.Checklist;
import io.switchboard.operations.onboarding.Onboarding;
import io.switchboard.operations.onboarding.SetupDesk;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.identity.ui.TenantContext;
import java.time.Clock;
import java.util.Optional;

/** The steps as they stand, the same for everybody in the tenant. */
final class SetupSteps extends Div {

    private static final long serialVersionUID = 1L;

    private final transient TenantContext context;
    private final transient Onboarding onboarding;
    private final transient SetupDesk desk;
    private final transient Members members;
    private final transient Clock clock;
    private transient Optional<Checklist> shown = Optional.empty();

    SetupSteps(TenantContext context, Onboarding onboarding, SetupDesk desk, Members members, Clock clock) {
        this.context = context;
        this.onboarding = onboarding;
        this.desk = desk;
        this.members = members;
        this.clock = clock;
        addClassName("setup");
    }

    /** What is as it was is left alone, so that nobody loses their place. */
    void look() {
        var checklist = onboarding.checklist(context.tenant());
        if (!shown.equals(Optional.of(checklist))) {
            shown = Optional.of(checklist);
            show(checklist);
        }
    }

    private void show(Checklist checklist) {
        removeAll();
        var steps = new OrderedList();
        steps.addClassNames("setup-steps", "card");
        var next = checklist.next();
        boolean may = desk.mayExcept(context.caller());
        for (var item : checklist.items()) {
            var change = Optional.of(item).filter(_ -> may).flatMap(each -> ExceptionButton.of(context, desk, each));
            steps.add(new SetupLine(context, item, next.equals(Optional.of(item)), change, members, clock));
        }
        add(
                new PageHeader("Welcome to " + context.tenant().name(), SetupView.sentence(checklist)),
                steps,
                firstValue(checklist));
    }

    private static Paragraph firstValue(Checklist checklist) {
        var shown = new Paragraph(
                checklist
                                .timeToFirstValue()
                                .map(time -> "Time to first value: " + SetupView.words(time) + ".")
                                .orElse("Time to first value: still running.")
                        + " It is counted from the tenant's creation to its first command, approval, incident or evidence export.");
        shown.addClassName("setup-value");
        return shown;
    }
}
