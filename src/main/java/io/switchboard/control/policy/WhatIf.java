package io.switchboard.control.policy;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What bundles would answer that are not in force: nothing of it counts for anybody. */
@Component
public class WhatIf {

    private final LoadedBundles bundles;

    WhatIf(LoadedBundles bundles) {
        this.bundles = bundles;
    }

    /** {@code error}: it could not be evaluated, which denies it. */
    public record Answer(boolean allowed, List<String> determiningPolicies, boolean error) {

        public Answer {
            determiningPolicies = List.copyOf(determiningPolicies);
        }

        static Answer of(Evaluation evaluation) {
            return switch (evaluation) {
                case Evaluation.Answered(boolean allowed, var policies) ->
                    new Answer(allowed, List.copyOf(policies), false);
                case Evaluation.Broken _ -> new Answer(false, List.of(), true);
            };
        }
    }

    /** All that stands against these files as a bundle; then they cannot be saved. */
    public List<BundleProblem> problems(BundleFiles files) {
        return new BundleReader(files).problems();
    }

    /** Prepares the bundle once, for many questions. */
    public Function<PolicyRequest, Answer> of(BundleFiles files) {
        var evaluator = bundles.of(files).evaluator();
        return request -> Answer.of(evaluator.evaluate(request));
    }

    /** Actions whose answers depend on who asks or what is asked about, and not on roles and attributes alone. */
    public Set<String> actionsThatReadIds(BundleFiles files) {
        return Set.copyOf(bundles.of(files).ids().actions());
    }

    /** The actions that a bundle knows; what it does not know is denied. */
    public Set<String> actions(BundleFiles files) {
        return Set.copyOf(bundles.of(files).evaluator().slices().actions());
    }

    /** Of these actions, those that none of these people could do any more; in their order. */
    public List<ActionId> lockedOut(BundleFiles files, List<Caller> people, Map<ActionId, Needed> actions) {
        var asked = of(files);
        var lost = new ArrayList<ActionId>();
        actions.forEach((action, needed) -> {
            if (people.stream().noneMatch(person -> may(asked, action, needed, person))) {
                lost.add(action);
            }
        });
        return lost;
    }

    /** What an action is asked about: the resource's type, and the context. */
    public record Needed(String resource, Map<String, Object> context) {}

    private static boolean may(Function<PolicyRequest, Answer> asked, ActionId action, Needed needed, Caller person) {
        var resource = ResourceRef.of(needed.resource(), "all");
        return asked.apply(new PolicyRequest(person, action, resource, needed.context()))
                .allowed();
    }
}
