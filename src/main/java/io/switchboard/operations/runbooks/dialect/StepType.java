package io.switchboard.operations.runbooks.dialect;

import static io.switchboard.operations.runbooks.dialect.Parameter.optional;
import static io.switchboard.operations.runbooks.dialect.Parameter.required;

import io.switchboard.operations.runbooks.dialect.Parameter.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a step can be, and what it takes in its {@code with}. A step of any other type is refused, never dropped. */
public enum StepType {
    MANUAL(
            "A person does something and says that it is done",
            required("instruction", Shape.TEXT),
            optional("assignee", Shape.TEXT)),
    APPROVAL(
            "Waits until somebody with this role agrees",
            required("by", Shape.TEXT),
            optional("message", Shape.TEXT),
            optional("quorum", Shape.ANY)),
    NOTE("Writes a message into the record of the run", required("message", Shape.TEXT), options()),
    NOTIFY(
            "Sends a message to people",
            required("via", Shape.TEXT),
            connection(),
            optional("to", Shape.ANY),
            optional("subject", Shape.TEXT),
            optional("message", Shape.ANY),
            options()),
    HTTP(
            "Calls an HTTP interface",
            required("url", Shape.TEXT),
            optional("method", Shape.TEXT),
            optional("headers", Shape.OBJECT),
            optional("query", Shape.ANY),
            optional("body", Shape.ANY),
            connection(),
            optional("targets", Shape.ANY),
            optional("agent", Shape.TEXT),
            options()),
    QUERY("Asks a data source", required("source", Shape.TEXT), optional("query", Shape.ANY), connection(), options()),
    COMMAND(
            "Runs a command on a machine",
            required("run", Shape.TEXT),
            optional("shell", Shape.TEXT),
            optional("targets", Shape.ANY),
            optional("agent", Shape.TEXT),
            connection(),
            options()),
    WAIT("Waits for a while", required("for", Shape.DURATION)),
    BRANCH(
            "Goes on at one step or another",
            required("condition", Shape.TEXT),
            required("then", Shape.STEP),
            optional("else", Shape.STEP));

    private final String does;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of records
    private final List<Parameter> parameters;

    StepType(String does, Parameter... parameters) {
        this.does = does;
        this.parameters = List.of(parameters);
    }

    /** As a runbook writes it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A sentence without a full stop. */
    public String does() {
        return does;
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    public static Optional<StepType> parse(String wire) {
        return Arrays.stream(values()).filter(type -> type.wire().equals(wire)).findFirst();
    }

    public static List<String> wires() {
        return Arrays.stream(values()).map(StepType::wire).toList();
    }

    /** Names what is connected; never how to sign in there. */
    private static Parameter connection() {
        return optional("connection", Shape.TEXT);
    }

    /** What only the one at the other end understands. */
    private static Parameter options() {
        return optional("options", Shape.OBJECT);
    }
}
