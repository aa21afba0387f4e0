package io.switchboard.operations.onboarding.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.operations.onboarding.Checklist;
import io.switchboard.operations.onboarding.Onboarding;
import io.switchboard.operations.onboarding.SetupDesk;
import io.switchboard.platform.components.LooksAgain;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;

/** The checklist of a new tenant: what is done and by which receipt, what is next, what has to wait and for what. What others complete is seen here within two seconds. */
@Route(":tenant/setup")
@Menu(title = "Setup", order = 100, icon = "vaadin:list-ol")
@PageTitle("Setup · Switchboard")
@StyleSheet("context://themes/base/onboarding.css")
@PermitAll
class SetupView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient Onboarding onboarding;
    private final transient SetupDesk desk;
    private final transient Members members;
    private final transient Clock clock;

    SetupView(TenantContexts contexts, Onboarding onboarding, SetupDesk desk, Members members, Clock clock) {
        super(contexts);
        this.onboarding = onboarding;
        this.desk = desk;
        this.members = members;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        var steps = new SetupSteps(context, onboarding, desk, members, clock);
        steps.look();
        LooksAgain.whileOpen(steps, steps::look);
        add(steps);
    }

    static String sentence(Checklist checklist) {
        var count = checklist.done() + " of " + checklist.applicable() + " done";
        return checklist
                .next()
                .map(item -> count + " · “" + item.step().title() + "” is next")
                .orElse(count + " · nothing to do here for now");
    }

    static String words(Duration time) {
        if (time.toMinutes() < 1) {
            return "less than a minute";
        }
        return time.toHours() < 1
                ? time.toMinutes() + " min"
                : time.toDays() < 2 ? time.toHours() + " h " + time.toMinutesPart() + " min" : time.toDays() + " days";
    }
}
