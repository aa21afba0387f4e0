package io.switchboard.operations.imports;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** The imports that this node is working on. Their heads carry a beat, so that other nodes can tell work from what a killed node left. */
@Component
class InFlight {

    private final List<ImportPlan> plans = new CopyOnWriteArrayList<>();
    private final Imports imports;
    private final Clock clock;

    InFlight(Imports imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    /** Work that ends with {@code close}. The first beat is written before, so nobody takes it for dead. */
    interface Stay extends AutoCloseable {

        @Override
        void close();
    }

    Stay enter(ImportPlan plan) {
        imports.beat(plan, clock.instant());
        plans.add(plan);
        return () -> plans.remove(plan);
    }

    boolean has(ImportPlan plan) {
        return plans.stream().anyMatch(each -> each.id().equals(plan.id()));
    }

    void beat() {
        plans.forEach(plan -> imports.beat(plan, clock.instant()));
    }
}
