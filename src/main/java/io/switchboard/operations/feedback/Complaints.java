package io.switchboard.operations.feedback;

import io.switchboard.control.flags.FlagKey;
import io.switchboard.control.flags.GuardrailSignal;
import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How much feedback the tenants that have a flag gave. No complaint is a figure as well: zero. */
@Component
class Complaints implements GuardrailSignal {

    private final Submissions submissions;

    Complaints(Submissions submissions) {
        this.submissions = submissions;
    }

    @Override
    public String name() {
        return "complaints";
    }

    @Override
    public String title() {
        return "Complaints of tenants that have the flag";
    }

    @Override
    public String counted() {
        return "tenants";
    }

    @Override
    public Reading read(FlagKey flag, Set<TenantId> tenants, Instant from, Instant to) {
        return new Reading.Figure(submissions.count(tenants, from, to), tenants.size());
    }
}
