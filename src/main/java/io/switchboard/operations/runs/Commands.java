package io.switchboard.operations.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The catalogue of commands. */
@Component
public class Commands {

    private static final int LONGEST = 2_000;

    private final List<Command> all;

    Commands(List<Command> all) {
        this.all = all.stream().sorted(Comparator.comparing(Command::id)).toList();
    }

    public List<Command> all() {
        return all;
    }

    public Optional<Command> find(String id) {
        return all.stream().filter(command -> command.id().equals(id)).findFirst();
    }

    /** What is wrong with the inputs, a sentence each. */
    static List<String> problems(Command command, Map<String, String> inputs) {
        var problems = new ArrayList<String>();
        for (var input : command.inputs()) {
            var value = inputs.getOrDefault(input.name(), "");
            if (value.isBlank() && input.required()) {
                problems.add("The input " + input.name() + " is missing.");
            } else if (value.length() > LONGEST) {
                problems.add("The input " + input.name() + " has more than " + LONGEST + " characters.");
            } else if (!value.isBlank()
                    && !input.choices().isEmpty()
                    && !input.choices().contains(value)) {
                problems.add("The input " + input.name() + " is none of " + String.join(", ", input.choices()) + ".");
            }
        }
        inputs.keySet().stream()
                .filter(name -> command.inputs().stream()
                        .noneMatch(input -> input.name().equals(name)))
                .forEach(name -> problems.add("There is no input " + name + "."));
        return problems;
    }
}
