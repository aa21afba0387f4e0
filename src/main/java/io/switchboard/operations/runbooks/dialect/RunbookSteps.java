package io.switchboard.operations.runbooks.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps of a runbook that was read. */
public final class RunbookSteps {

    public static final String END = "end";

    /** The shell of command steps that name a command of this portal's catalogue. */
    public static final String CATALOGUE = "switchboard";

    private RunbookSteps() {}

    /** A step and where it can go on. */
    public record Step(int index, String id, StepType type, Map<String, @Nullable Object> members) {

        public Optional<String> text(String name) {
            return Optional.ofNullable(members.get(name)).map(String::valueOf);
        }

        @SuppressWarnings("unchecked") // as it was read
        public Map<String, @Nullable Object> object(String name) {
            return members.get(name) instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
        }

        /** Other steps that this one names: pointer below the step, and id. */
        public Map<String, String> references() {
            var references = new java.util.LinkedHashMap<String, String>();
            text("next").ifPresent(id -> references.put("/next", id));
            if (type == StepType.BRANCH) {
                List.of("then", "else")
                        .forEach(name -> Optional.ofNullable(object("with").get(name))
                                .ifPresent(id -> references.put("/with/" + name, String.valueOf(id))));
            }
            text("on-failure")
                    .filter(what -> !what.equals("stop") && !what.equals("continue"))
                    .ifPresent(id -> references.put("/on-failure", id));
            return references;
        }

        /** Whether the step after this one in the list may follow it. */
        boolean fallsThrough() {
            boolean decides = type == StepType.BRANCH && object("with").containsKey("else");
            return !decides && !members.containsKey("next");
        }
    }

    public static List<Step> of(Map<String, @Nullable Object> runbook) {
        var steps = new ArrayList<Step>();
        if (runbook.get("steps") instanceof List<?> list) {
            for (Object item : list) {
                steps.add(step(steps.size(), item));
            }
        }
        return steps;
    }

    @SuppressWarnings("unchecked") // as it was read
    private static Step step(int index, Object item) {
        var members = (Map<String, @Nullable Object>) item;
        return new Step(
                index,
                String.valueOf(members.get("id")),
                StepType.parse(String.valueOf(members.get("type"))).orElseThrow(),
                members);
    }
}
