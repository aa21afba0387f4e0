package io.switchboard.insight.roadmap;

import io.switchboard.kernel.ActionId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The Spec Ready gate: a pure function of the spec, the figures there are and the actions that policies know. */
record SpecReady(Figures figures, Predicate<String> knownAction) {

    private static final Pattern ACCEPTANCE =
            Pattern.compile("(?is)\\s*given\\s+\\S.*\\swhen\\s+\\S.*\\sthen\\s+\\S.*");
    private static final Pattern FLAG = Pattern.compile("[a-z][a-z0-9-]{1,63}");
    private static final int FEWEST_WORDS = 4;

    /** What is missing, in the order of the requirements; nothing where the item is Spec Ready. */
    List<Missing> missing(Spec spec) {
        var missing = new ArrayList<Missing>();
        target(spec).ifPresent(what -> missing.add(new Missing(Requirement.METRIC_TARGET, what)));
        policy(spec).ifPresent(what -> missing.add(new Missing(Requirement.POLICY_PLAN, what)));
        tests(spec).ifPresent(what -> missing.add(new Missing(Requirement.TEST_PLAN, what)));
        operability(spec).ifPresent(what -> missing.add(new Missing(Requirement.OPERABILITY_PLAN, what)));
        acceptance(spec).ifPresent(what -> missing.add(new Missing(Requirement.ACCEPTANCE_TESTS, what)));
        return List.copyOf(missing);
    }

    private Optional<String> target(Spec spec) {
        if (spec.target().isEmpty()) {
            return Optional.of("Choose a figure, where it stands, where it shall come to, and by when.");
        }
        var target = spec.target().get();
        var figure = figures.find(target.figure());
        if (figure.isEmpty()) {
            return Optional.of("There is no figure “" + target.figure() + "”. Choose one that is measured.");
        }
        if (figure.get()
                .found()
                .filter(found -> target.baseline().compareTo(BigDecimal.valueOf(found)) != 0)
                .isPresent()) {
            return Optional.of("The baseline is not what was found, which is "
                    + figure.get().found().get() + ".");
        }
        int change = target.target().compareTo(target.baseline());
        if (change == 0) {
            return Optional.of("The target is the baseline. Say what shall change.");
        }
        return figure.get()
                .moreIsBetter()
                .filter(more -> more != (change > 0))
                .map(more -> "The target is worse than the baseline: of “"
                        + figure.get().title() + "”, " + (more ? "more" : "less") + " is better.");
    }

    private Optional<String> policy(Spec spec) {
        var unknown = spec.actions().stream().filter(action -> !isKnown(action)).toList();
        if (!unknown.isEmpty()) {
            return Optional.of("Policies know no action " + String.join(", ", unknown)
                    + ". Correct it, or write new: before one that the item brings.");
        }
        return says(spec.policyPlan())
                ? Optional.empty()
                : Optional.of("Say which rule changes for whom, or why none does, in a sentence.");
    }

    /** {@code new:} marks an action that the item brings. */
    private boolean isKnown(String action) {
        return action.startsWith("new:") ? isAction(action.substring(4)) : knownAction.test(action);
    }

    private static boolean isAction(String name) {
        try {
            return new ActionId(name).value().equals(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<String> tests(Spec spec) {
        return !spec.tests().isEmpty() && spec.tests().stream().allMatch(SpecReady::says)
                ? Optional.empty()
                : Optional.of(
                        "Say what will be tested, in a line of at least " + FEWEST_WORDS + " words for each test.");
    }

    private static Optional<String> operability(Spec spec) {
        if (!FLAG.matcher(spec.flag()).matches()) {
            return Optional.of("Name the flag that it ships behind, such as new-diff.");
        }
        return says(spec.signal()) && says(spec.wayBack())
                ? Optional.empty()
                : Optional.of("Say what is watched once it is on, and how it is undone, in a sentence each.");
    }

    private static Optional<String> acceptance(Spec spec) {
        if (spec.acceptance().isEmpty()) {
            return Optional.of("Write at least one line: Given … when … then …");
        }
        return spec.acceptance().stream()
                .filter(line -> !ACCEPTANCE.matcher(line).matches())
                .findFirst()
                .map(line -> "This is not of the form Given … when … then …: “" + line + "”");
    }

    private static boolean says(String text) {
        return text.strip().split("\\s+").length >= FEWEST_WORDS;
    }
}
