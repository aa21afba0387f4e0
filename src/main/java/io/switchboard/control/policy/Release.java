package io.switchboard.control.policy;

import io.switchboard.kernel.Actor;
import java.time.Clock;
import java.util.Optional;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The policies in the portal's own jar as a version: recorded at the first start that brings them. They are active at once, until a person has activated a version; from then on they are only
 * proposed.
 */
final class Release {

    private final PolicyVersions versions;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Release(PolicyVersions versions, Clock clock, PlatformTransactionManager transactions) {
        this.versions = versions;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    void record(BundleFiles files) {
        transaction.executeWithoutResult(_ -> {
            var standing = versions.lock();
            int number =
                    versions.find(files.digest()).map(PolicyVersion::number).orElseGet(() -> added(files));
            if (!standing.chosen() && !standing.isActive(number)) {
                versions.activate(number, false, clock.instant());
            }
        });
    }

    private int added(BundleFiles files) {
        return versions.add(
                new VersionDraft(
                        files,
                        "The policies of this release",
                        "They came with the portal's own files.",
                        Optional.empty(),
                        Actor.system("release"),
                        true),
                clock.instant());
    }
}
