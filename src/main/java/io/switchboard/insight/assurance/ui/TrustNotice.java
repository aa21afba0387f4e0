package io.switchboard.insight.assurance.ui;

import com.vaadin.flow.component.Component;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.Optional;

/** Something that a module above has to say on the page Trust: an invitation, or the way to what it keeps. */
public interface TrustNotice {

    /** Empty where there is nothing to say to this person. */
    Optional<Component> of(TenantContext context);
}
