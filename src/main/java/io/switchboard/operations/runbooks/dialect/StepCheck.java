package io.switchboard.operations.runbooks.dialect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one step. */
final class StepCheck {

    private static final List<String> TIMES = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    private static final String LENGTH = "is no length of time";
    private static final String LENGTH_FIX = "Write a whole number and ms, s, m, h or d, for example 90s";

    private final Members step;

    StepCheck(Members step) {
        this.step = step;
    }

    Map<String, @Nullable Object> read() {
        var type = type(step);
        if (!step.has("id")) {
            step.missing("id");
        }
        var read = new Draft()
                .put("id", RunbookCheck.name(step, "id"))
                .put("type", type.map(StepType::wire))
                .put("title", step.text("title", RunbookCheck.LONGEST_TITLE))
                .put("description", step.text("description", 20_000))
                .put("if", step.text("if", 4_000))
                .put("for-each", step.text("for-each", 4_000))
                .put("vars", step.free("vars"))
                .put("with", type.flatMap(known -> with(known, step)))
                .put("outputs", step.texts("outputs"))
                .put("timeout", length(step, "timeout"))
                .put("retry", retry())
                .put("approval", approval())
                .put("rollback", rollback())
                .put("on-failure", step.text("on-failure", 200))
                .put("next", step.text("next", 200))
                .members();
        step.refuseRest("step");
        return read;
    }

    private static Optional<StepType> type(Members step) {
        if (!step.has("type")) {
            step.missing("type");
        }
        step.any("with"); // without a type nobody knows what it takes
        return step.choice("type", StepType.wires()).flatMap(StepType::parse);
    }

    private static Optional<Map<String, @Nullable Object>> with(StepType type, Members step) {
        var with = step.object("with");
        if (with.isEmpty()) {
            type.parameters().stream()
                    .filter(Parameter::isRequired)
                    .findFirst()
                    .ifPresent(parameter -> step.missing("with/" + parameter.name()));
            return Optional.empty();
        }
        return with.map(members -> parameters(type, members));
    }

    private static Map<String, @Nullable Object> parameters(StepType type, Members with) {
        var read = new Draft();
        for (var parameter : type.parameters()) {
            if (parameter.isRequired() && !with.has(parameter.name())) {
                with.missing(parameter.name());
            }
            read.put(parameter.name(), value(with, parameter));
        }
        with.refuseRest("step of type " + type.wire());
        return read.members();
    }

    private static Optional<?> value(Members with, Parameter parameter) {
        return switch (parameter.shape()) {
            case TEXT -> with.text(parameter.name());
            case STEP -> with.text(parameter.name(), 200);
            case OBJECT -> with.free(parameter.name());
            case DURATION -> length(with, parameter.name());
            case ANY -> with.any(parameter.name());
        };
    }

    private Optional<Map<String, @Nullable Object>> retry() {
        return step.object("retry").map(retry -> {
            var read = new Draft()
                    .put("times", retry.choice("times", TIMES).map(Long::valueOf))
                    .put("wait", length(retry, "wait"))
                    .members();
            retry.refuseRest("retry");
            return read;
        });
    }

    private Optional<Map<String, @Nullable Object>> approval() {
        return step.object("approval").map(approval -> {
            if (!approval.has("by")) {
                approval.missing("by");
            }
            var read = new Draft()
                    .put("by", approval.choice("by", RunbookCheck.roles()))
                    .put("message", approval.text("message", 2_000))
                    .put("quorum", approval.choice("quorum", TIMES).map(Long::valueOf))
                    .members();
            approval.refuseRest("approval");
            return read;
        });
    }

    /** What undoes the step: a type and its parameters. */
    private Optional<Map<String, @Nullable Object>> rollback() {
        return step.object("rollback").map(rollback -> {
            var type = type(rollback);
            var read = new Draft()
                    .put("type", type.map(StepType::wire))
                    .put("with", type.flatMap(known -> with(known, rollback)))
                    .members();
            rollback.refuseRest("rollback");
            return read;
        });
    }

    private static Optional<String> length(Members members, String name) {
        return members.valid(name, Durations::isValid, LENGTH, LENGTH_FIX);
    }
}
