package io.switchboard.control.bundles.web;

import io.switchboard.control.bundles.BundleDiff;
import io.switchboard.control.bundles.Flip;
import io.switchboard.control.bundles.Simulation;
import io.switchboard.control.policy.PolicyVersion;
import io.switchboard.control.policy.ShadowFigures;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bodies of {@link PolicyController}. Times are RFC 3339 in UTC, digests SHA-256 in hex. */
final class PolicyJson {

    private PolicyJson() {}

    record All(List<Item> items) {

        static All of(List<PolicyVersion> versions) {
            return new All(versions.stream().map(Item::of).toList());
        }
    }

    /** {@code origin} is {@code release} or {@code person}. */
    record Item(
            int number,
            String title,
            String state,
            String digest,
            String origin,
            Optional<Integer> basedOn,
            Instant proposedAt,
            Optional<Instant> activatedAt,
            Optional<String> proposalReceipt,
            Optional<String> activationReceipt) {

        static Item of(PolicyVersion version) {
            return new Item(
                    version.number(),
                    version.title(),
                    version.state().wire(),
                    version.digest().hex(),
                    version.ofRelease() ? "release" : "person",
                    version.basedOn(),
                    version.proposedAt(),
                    version.activatedAt(),
                    version.proposed().map(ReceiptId::value),
                    version.activated().map(ReceiptId::value));
        }
    }

    /** {@code changes} is against the version in force; {@code simulation} names the latest one. */
    record Detail(
            Item version,
            String why,
            Map<String, String> files,
            Changes changes,
            Optional<Result> simulation,
            List<Beside> shadow) {}

    record Changes(List<String> added, List<String> changed, List<String> removed, List<String> files) {

        static Changes of(BundleDiff diff) {
            return new Changes(
                    diff.added(),
                    diff.changed(),
                    diff.removed(),
                    diff.files().stream().map(BundleDiff.FileDiff::name).toList());
        }
    }

    /** So many decisions of a tenant, by what was enforced and what this version in shadow evaluated: {@code allowed}, {@code denied}, {@code error} or {@code missed}. */
    record Beside(String tenant, String action, String enforced, String evaluated, long decisions, String sample) {

        static Beside of(ShadowFigures.Figure figure) {
            return new Beside(
                    figure.tenant().value(),
                    figure.action().value(),
                    figure.enforced(),
                    figure.evaluated(),
                    figure.decisions(),
                    figure.sample().value());
        }
    }

    record Result(
            String id,
            int version,
            String digest,
            int baseline,
            String baselineDigest,
            String state,
            int percent,
            Instant since,
            Instant until,
            Simulation.Totals totals,
            Optional<String> reportDigest,
            Optional<String> problem) {

        static Result of(Simulation simulation) {
            return new Result(
                    simulation.id().value(),
                    simulation.version(),
                    simulation.digest().hex(),
                    simulation.baseline(),
                    simulation.baselineDigest().hex(),
                    simulation.state().wire(),
                    simulation.percent(),
                    simulation.since(),
                    simulation.until(),
                    simulation.totals(),
                    simulation.report().map(Sha256::hex),
                    simulation.problem());
        }
    }

    record Report(Result simulation, List<OneFlip> flips) {

        static Report of(Simulation simulation, List<Flip> flips) {
            return new Report(
                    Result.of(simulation), flips.stream().map(OneFlip::of).toList());
        }
    }

    record OneFlip(
            String tenant,
            String action,
            String before,
            String after,
            boolean error,
            List<String> beforeBy,
            List<String> afterBy,
            long decisions,
            String sample) {

        static OneFlip of(Flip flip) {
            return new OneFlip(
                    flip.tenant().value(),
                    flip.action().value(),
                    flip.toAllow() ? "denied" : "allowed",
                    flip.toAllow() ? "allowed" : "denied",
                    flip.error(),
                    flip.beforeBy(),
                    flip.afterBy(),
                    flip.decisions(),
                    flip.sample().value());
        }
    }

    /** {@code files} are the files that differ from those of {@code basedOn}; a blank text leaves a file out. */
    record Draft(
            @Nullable String title,
            @Nullable String why,
            @Nullable Integer basedOn,
            @Nullable Map<String, String> files) {}
}
