package io.switchboard.control.policy;

import io.switchboard.kernel.Sha256;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/**
 * Which bundle this node asks: looked up every second, and at once after a change made here. It changes as a whole or not at all. While the database is away nothing changes, and nothing is
 * enforced either; a version that cannot be loaded, or is not the one that was signed, denies everything.
 */
class PoliciesInForce implements Supplier<InForce>, PolicyNode {

    private static final Logger LOG = LoggerFactory.getLogger(PoliciesInForce.class);

    private final PolicyVersions versions;
    private final LoadedBundles bundles;
    private final BundleStatements statements;
    private final Sha256 release;
    private volatile InForce inForce;

    PoliciesInForce(PolicyVersions versions, LoadedBundles bundles, BundleStatements statements, Sha256 release) {
        this.versions = versions;
        this.bundles = bundles;
        this.statements = statements;
        this.release = release;
        this.inForce = new InForce(
                -1, release, Optional.empty(), Optional.empty(), Optional.of("The policies were not loaded yet."));
    }

    @Override
    public InForce get() {
        return inForce;
    }

    @Override
    public Optional<String> problem() {
        return inForce.problem();
    }

    @Override
    @Scheduled(fixedDelayString = "PT1S")
    public synchronized void refresh() {
        try {
            versions.unsigned().forEach(statements::sign);
            var standing = versions.standing();
            if (standing.revision() != inForce.revision()) {
                become(load(standing));
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("It cannot be looked up which policies are active; nothing changes: {}", e.getMessage());
        }
    }

    private void become(InForce next) {
        boolean others =
                !next.digest().equals(inForce.digest()) || inForce.active().isEmpty();
        inForce = next;
        next.problem().ifPresent(problem -> LOG.error("{} Everything is denied.", problem));
        if (others && next.problem().isEmpty()) {
            LOG.info("The policies in force are those with digest {}", next.digest());
        }
    }

    private InForce load(Standing standing) {
        var active = standing.active().flatMap(versions::find);
        if (active.isEmpty()) {
            return closed(standing, release, "No version of the policies is active.");
        }
        return loaded(active.get())
                .map(bundle -> new InForce(
                        standing.revision(),
                        active.get().digest(),
                        Optional.of(bundle),
                        shadow(standing),
                        Optional.empty()))
                .orElseGet(() -> closed(
                        standing,
                        active.get().digest(),
                        "Version " + active.get().number()
                                + " of the policies is active and cannot be used: it is no bundle, or not the one that was signed."
                                + " Restore the row of policy_version from a backup."));
    }

    private static InForce closed(Standing standing, Sha256 digest, String problem) {
        return new InForce(standing.revision(), digest, Optional.empty(), Optional.empty(), Optional.of(problem));
    }

    private Optional<InForce.ShadowBundle> shadow(Standing standing) {
        return standing.shadow()
                .flatMap(versions::find)
                .flatMap(version -> loaded(version).map(bundle -> new InForce.ShadowBundle(version.number(), bundle)));
    }

    private Optional<LoadedBundle> loaded(PolicyVersion version) {
        if (!statements.holds(version, release)) {
            LOG.error("Version {} of the policies is not what was signed", version.number());
            return Optional.empty();
        }
        try {
            return Optional.of(bundles.of(version.files()));
        } catch (RuntimeException e) {
            LOG.error("Version {} of the policies cannot be loaded", version.number(), e);
            return Optional.empty();
        }
    }
}
