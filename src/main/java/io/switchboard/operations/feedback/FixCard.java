package io.switchboard.operations.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a fix brings along before the issue is fixed: its test, what it changes about policy, what it costs, which receipts prove it, and the flag that it goes live behind. Each is
 * text of at most 1,000 characters, the flag of 100.
 */
public record FixCard(
        Optional<String> test,
        Optional<String> policy,
        Optional<String> cost,
        Optional<String> proof,
        Optional<String> flag) {

    public static final int LONGEST = 1000;
    public static final int LONGEST_FLAG = 100;

    public static final FixCard EMPTY =
            new FixCard(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** One requirement: what it is called and what the card says about it. */
    public record Requirement(String name, Optional<String> said) {}

    public List<Requirement> requirements() {
        return Stream.concat(notes().stream(), Stream.of(new Requirement("flag name", flag)))
                .toList();
    }

    /** The requirements without the flag, which is a name and no note. */
    public List<Requirement> notes() {
        return List.of(
                new Requirement("test", test),
                new Requirement("policy impact note", policy),
                new Requirement("performance and cost note", cost),
                new Requirement("receipt coverage", proof));
    }

    public List<String> missing() {
        return requirements().stream()
                .filter(requirement -> requirement.said().isEmpty())
                .map(Requirement::name)
                .toList();
    }

    /** What is longer than a field takes; empty where all is well. */
    List<String> tooLong() {
        var names = new ArrayList<String>();
        for (var requirement : requirements()) {
            int most = requirement.name().equals("flag name") ? LONGEST_FLAG : LONGEST;
            if (requirement.said().filter(said -> said.length() > most).isPresent()) {
                names.add(requirement.name());
            }
        }
        return names;
    }
}
