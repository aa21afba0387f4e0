package io.switchboard.control.flags.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.flags.Flag;
import io.switchboard.control.flags.FlagDesk;
import io.switchboard.control.flags.FlagKey;
import io.switchboard.control.flags.Snapshot;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.tenancy.Tenants;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A flag by name on other pages of the platform: the link to it, and how it stands. Says so where there is none of that name. */
@Component
public class FlagStanding {

    private final FlagDesk desk;
    private final Tenants tenants;

    FlagStanding(FlagDesk desk, Tenants tenants) {
        this.desk = desk;
        this.tenants = tenants;
    }

    public com.vaadin.flow.component.Component of(TenantContext context, String key) {
        var now = desk.now(context.caller());
        var flag = Optional.of(key).filter(FlagKey::isValid).flatMap(valid -> now.find(new FlagKey(valid)));
        var row = flag.map(it -> known(context, it, now))
                .orElseGet(() -> new Div(new Span(key), new StateTag(StateTag.Tone.WARNING, "no such flag")));
        row.addClassName("feedback-row");
        return row;
    }

    private Div known(TenantContext context, Flag flag, Snapshot now) {
        var link = new Anchor(context.path("flags/" + flag.key()), flag.key().value());
        var row = new Div(link, FlagWords.state(flag, now, tenants.inUse()));
        int percent = RampWords.percent(flag);
        if (percent > 0) {
            row.add(new Span(percent + " % of tenants"));
        }
        return row;
    }

    /** All keys, in order. */
    public List<String> keys(TenantContext context) {
        return desk.now(context.caller()).flags().keySet().stream()
                .map(FlagKey::value)
                .toList();
    }
}
