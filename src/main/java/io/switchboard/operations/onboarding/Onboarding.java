package io.switchboard.operations.onboarding;

import io.switchboard.platform.tenancy.Tenant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Asks for every step who knows it and how it stands. Nothing is stored, so nothing can disagree with the facts. */
@Service
public class Onboarding {

    private final List<SetupFact> facts;

    public Onboarding(List<SetupFact> facts) {
        this.facts = List.copyOf(facts);
    }

    public Checklist checklist(Tenant tenant) {
        return new Checklist(
                tenant,
                Arrays.stream(SetupStep.values())
                        .map(step -> item(tenant, step))
                        .toList());
    }

    private Checklist.Item item(Tenant tenant, SetupStep step) {
        var known = fact(step);
        return new Checklist.Item(step, known, known.flatMap(fact -> fact.in(tenant.id())));
    }

    private Optional<SetupFact> fact(SetupStep step) {
        return facts.stream().filter(fact -> fact.step() == step).findFirst();
    }
}
