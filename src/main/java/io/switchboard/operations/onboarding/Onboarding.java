package io.switchboard.operations.onboarding;

import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Tenant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** Asks for every step who knows it and how it stands. Whether a step was taken is not stored, so nothing can disagree with the facts. */
@Service
public class Onboarding {

    private final List<SetupFact> facts;
    private final Function<TenantId, Map<SetupStep, SetupException>> exceptions;

    @Autowired
    Onboarding(List<SetupFact> facts, SetupExceptions exceptions) {
        this(facts, exceptions::of);
    }

    public Onboarding(List<SetupFact> facts, Function<TenantId, Map<SetupStep, SetupException>> exceptions) {
        this.facts = List.copyOf(facts);
        this.exceptions = exceptions;
    }

    public Checklist checklist(Tenant tenant) {
        var excepted = exceptions.apply(tenant.id());
        return new Checklist(
                tenant,
                Arrays.stream(SetupStep.values())
                        .map(step -> item(tenant, step, Optional.ofNullable(excepted.get(step))))
                        .toList());
    }

    private Checklist.Item item(Tenant tenant, SetupStep step, Optional<SetupException> exception) {
        var known = fact(step);
        return new Checklist.Item(step, known, known.flatMap(fact -> fact.in(tenant.id())), exception);
    }

    private Optional<SetupFact> fact(SetupStep step) {
        return facts.stream().filter(fact -> fact.step() == step).findFirst();
    }
}
