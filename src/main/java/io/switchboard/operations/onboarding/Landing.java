package io.switchboard.operations.onboarding;

import io.switchboard.platform.tenancy.Tenant;
import org.springframework.stereotype.Component;

/** Where people land who follow a tenant's bare address: at the setup while a step can be taken, else at what happened. */
@Component
public class Landing {

    private final Onboarding onboarding;

    public Landing(Onboarding onboarding) {
        this.onboarding = onboarding;
    }

    /** A page below the tenant's. The platform's own tenant pilots nothing and has nothing to set up. */
    public String page(Tenant tenant) {
        boolean settingUp =
                !tenant.isPlatform() && onboarding.checklist(tenant).next().isPresent();
        return settingUp ? "setup" : "receipts";
    }
}
