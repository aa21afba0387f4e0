package io.switchboard.operations.runs;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SPI: a governed command of the catalogue, brought by the module whose service it calls. What it does is governed there, with a receipt of its own; the run adds one for the step.
 * Runbooks name it in a step of type {@code command} with the shell {@code switchboard}.
 */
public interface Command {

    /** For example {@code log.verify}; permanent. */
    String id();

    String title();

    /** What it does and what it is for. */
    String sentence();

    /** What it can change at most, as a person weighs it before running it. */
    String blastRadius();

    /** Doing it twice is as doing it once: a run that was cut off in it does it again. Of any other it asks. */
    boolean isIdempotent();

    List<Input> inputs();

    /** Whether it makes sense in the caller's tenant at all; where not, it is not offered, and says so when it is run. */
    default boolean isOffered(Caller caller) {
        return true;
    }

    /** Its outputs, by name, are what later steps can use. {@code says} among them is what a person reads. */
    Enforced<Map<String, String>> run(Invocation invocation);

    /** The command that takes back what was done, where there is one. */
    default Optional<Undo> undo(Map<String, String> inputs, Map<String, String> outputs) {
        return Optional.empty();
    }

    /**
     * The step that this command is, where the course of a run does it itself: its type and what it takes. Such a command is offered like any other and is not run by {@link #run}.
     */
    default Optional<AsStep> asStep(Map<String, String> inputs) {
        return Optional.empty();
    }

    record AsStep(String type, Map<String, String> with) {}

    /** {@code choices} empty: any text. */
    record Input(String name, String label, boolean required, List<String> choices) {

        public static Input required(String name, String label) {
            return new Input(name, label, true, List.of());
        }

        public static Input choice(String name, String label, boolean required, String... choices) {
            return new Input(name, label, required, List.of(choices));
        }

        public static Input optional(String name, String label) {
            return new Input(name, label, false, List.of());
        }
    }

    /** Inputs are checked against {@link #inputs} before. */
    record Invocation(Caller caller, Optional<ReceiptId> parent, Map<String, String> inputs) {

        public String text(String name) {
            return inputs.getOrDefault(name, "");
        }
    }

    record Undo(String command, Map<String, String> inputs) {}
}
