package io.switchboard.control.flags.web;

import io.switchboard.control.flags.Change;
import io.switchboard.control.flags.Cohort;
import io.switchboard.control.flags.Evaluation;
import io.switchboard.control.flags.Flag;
import io.switchboard.control.flags.Rule;
import io.switchboard.control.flags.Snapshot;
import io.switchboard.control.flags.Target;
import io.switchboard.control.flags.Variant;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bodies of {@link FlagController}. Times are RFC 3339 in UTC. An evaluation has the members of one of the OpenFeature Remote Evaluation Protocol. */
final class FlagJson {

    private FlagJson() {}

    /** {@code staleSince}: the store could not be read since; what stands here is what was known last. */
    record All(long revision, Optional<Instant> staleSince, List<Item> items, List<Group> cohorts) {

        static All of(Snapshot snapshot, Optional<Instant> staleSince) {
            return new All(
                    snapshot.revision(),
                    staleSince,
                    snapshot.flags().values().stream().map(Item::of).toList(),
                    snapshot.cohorts().values().stream().map(Group::of).toList());
        }
    }

    record Item(
            String key,
            String title,
            Optional<String> owner,
            String defaultVariant,
            boolean enabled,
            List<OneRule> rules,
            int version,
            Instant changedAt) {

        static Item of(Flag flag) {
            return new Item(
                    flag.key().value(),
                    flag.title(),
                    flag.owner().map(MemberId::value),
                    Variant.of(flag.byDefault()),
                    flag.on(),
                    flag.rules().stream().map(OneRule::of).toList(),
                    flag.version(),
                    flag.changedAt());
        }
    }

    /** About a tenant, a cohort, or so many percent of tenants. */
    record OneRule(Optional<String> tenant, Optional<String> cohort, Optional<Integer> percent, String variant) {

        static OneRule of(Rule rule) {
            var variant = Variant.of(rule.serve());
            return switch (rule.target()) {
                case Target.OneTenant(var tenant) ->
                    new OneRule(Optional.of(tenant.value()), Optional.empty(), Optional.empty(), variant);
                case Target.InCohort(var cohort) ->
                    new OneRule(Optional.empty(), Optional.of(cohort.value()), Optional.empty(), variant);
                case Target.Share(int percent) ->
                    new OneRule(Optional.empty(), Optional.empty(), Optional.of(percent), variant);
            };
        }
    }

    record Group(String key, String title, List<String> tenants, int version) {

        static Group of(Cohort cohort) {
            return new Group(
                    cohort.key().value(),
                    cohort.title(),
                    cohort.tenants().stream().map(TenantId::value).sorted().toList(),
                    cohort.version());
        }
    }

    record Detail(Item flag, List<Changed> history) {

        static Detail of(Flag flag, List<Change> changes) {
            return new Detail(Item.of(flag), changes.stream().map(Changed::of).toList());
        }
    }

    record Changed(long revision, int version, String change, Instant at, Optional<String> receiptId) {

        static Changed of(Change change) {
            return new Changed(
                    change.revision(),
                    change.after().version(),
                    change.kind().wire(),
                    change.at(),
                    change.receipt().map(ReceiptId::value));
        }
    }

    record Evaluations(List<Evaluated> flags) {

        static Evaluations of(List<Evaluation> evaluations) {
            return new Evaluations(evaluations.stream().map(Evaluated::of).toList());
        }
    }

    record Evaluated(String key, boolean value, String variant, String reason, Map<String, Object> metadata) {

        static Evaluated of(Evaluation evaluation) {
            return new Evaluated(
                    evaluation.key().value(),
                    evaluation.value(),
                    evaluation.variant(),
                    evaluation.reason().name(),
                    evaluation.metadata());
        }
    }
}
