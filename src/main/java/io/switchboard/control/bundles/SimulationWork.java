package io.switchboard.control.bundles;

import io.switchboard.control.policy.BundleFiles;
import io.switchboard.control.policy.PastDecisions;
import io.switchboard.control.policy.PastDecisions.Alike;
import io.switchboard.control.policy.PolicyRequest;
import io.switchboard.control.policy.PolicyVersion;
import io.switchboard.control.policy.PolicyVersions;
import io.switchboard.control.policy.WhatIf;
import io.switchboard.kernel.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works on what was asked, page by page: a day of a tenant, in one transaction with the place where it stands. A node that ends in between loses at most that page, and another goes on.
 */
@Component
class SimulationWork {

    static final Duration PAGE = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(SimulationWork.class);
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final Simulations simulations;
    private final PastDecisions past;
    private final PolicyVersions versions;
    private final WhatIf whatIf;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SimulationWork(
            Simulations simulations,
            PastDecisions past,
            PolicyVersions versions,
            WhatIf whatIf,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.simulations = simulations;
        this.past = past;
        this.versions = versions;
        this.whatIf = whatIf;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** For some seconds; then other work has its turn, and this goes on. */
    void work() {
        long end = System.nanoTime() + AT_ONCE.toNanos();
        var next = simulations.oldestUnderWay();
        while (next.isPresent() && System.nanoTime() - end < 0) {
            work(next.get());
            next = simulations.oldestUnderWay();
        }
    }

    private void work(Simulation simulation) {
        try {
            var sides = new Sides(files(simulation.baseline()), files(simulation.version()));
            transaction.executeWithoutResult(
                    _ -> simulations.lock(simulation.id()).ifPresent(place -> step(simulation, sides, place)));
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Simulation {} ended with a bug", simulation.id(), e);
            simulations.failed(
                    simulation.id(),
                    "It could not be finished; the portal's log says why. Ask again.",
                    clock.instant());
        }
    }

    private BundleFiles files(int number) {
        return versions.find(number).map(PolicyVersion::files).orElseThrow();
    }

    private void step(Simulation simulation, Sides sides, Simulations.Place place) {
        next(simulation, place).ifPresentOrElse(page -> page(simulation, sides, page), () -> finish(simulation));
    }

    private record Page(TenantId tenant, Instant from, Instant until) {}

    /** The rest of the tenant at hand, from its next decision on; then the next tenant. */
    private Optional<Page> next(Simulation simulation, Simulations.Place place) {
        for (var tenant : past.tenants()) {
            int order = tenant.value().compareTo(place.tenant());
            if (order >= 0) {
                var from = order == 0 ? place.at().orElse(simulation.since()) : simulation.since();
                var first = past.first(tenant, from, simulation.until());
                if (first.isPresent()) {
                    return first.map(at -> new Page(tenant, at, earlier(at.plus(PAGE), simulation.until())));
                }
            }
        }
        return Optional.empty();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void page(Simulation simulation, Sides sides, Page page) {
        var groups = past.alike(page.tenant(), page.from(), page.until(), sides.idsMatter(whatIf));
        var samples = groups.stream()
                .filter(group -> group.request().isPresent())
                .map(Alike::sample)
                .toList();
        var compared = new Comparison(page.tenant(), sides.before(whatIf), sides.after(whatIf))
                .over(groups, past.requests(page.tenant(), samples));
        compared.flips().forEach(flip -> simulations.add(simulation.id(), flip));
        simulations.moved(
                simulation.id(),
                new Simulations.Place(page.tenant().value(), Optional.of(page.until())),
                compared.totals());
    }

    private void finish(Simulation before) {
        var simulation = simulations.find(before.id()).orElseThrow();
        var flips = simulations.flips(simulation.id());
        simulations.done(simulation.id(), Report.digest(simulation, flips), clock.instant());
    }

    private record Sides(BundleFiles active, BundleFiles proposed) {

        Function<PolicyRequest, WhatIf.Answer> before(WhatIf whatIf) {
            return whatIf.of(active);
        }

        Function<PolicyRequest, WhatIf.Answer> after(WhatIf whatIf) {
            return whatIf.of(proposed);
        }

        Set<String> idsMatter(WhatIf whatIf) {
            var actions = new HashSet<String>();
            List.of(active, proposed).forEach(files -> actions.addAll(whatIf.actionsThatReadIds(files)));
            return actions;
        }
    }
}
