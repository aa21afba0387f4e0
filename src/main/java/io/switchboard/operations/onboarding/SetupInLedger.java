package io.switchboard.operations.onboarding;

import io.switchboard.kernel.TenantId;
import io.switchboard.operations.ledger.ExceptionSource;
import io.switchboard.operations.ledger.LinkedException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Steps that do not apply to a tenant are exceptions as well, and stand in its ledger as long as they hold. */
@Component
class SetupInLedger implements ExceptionSource {

    private final SetupExceptions exceptions;

    SetupInLedger(SetupExceptions exceptions) {
        this.exceptions = exceptions;
    }

    @Override
    public List<LinkedException> in(TenantId tenant) {
        return exceptions.of(tenant).values().stream()
                .map(exception -> new LinkedException(
                        "Setup: “" + exception.step().title() + "” does not apply",
                        exception.reason(),
                        exception.by(),
                        exception.at(),
                        exception.receipt(),
                        "setup"))
                .toList();
    }
}
