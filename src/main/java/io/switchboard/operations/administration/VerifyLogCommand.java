package io.switchboard.operations.administration;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.LogStatus;
import io.switchboard.operations.runs.Command;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The catalogue's safe first command: the tenant's whole log, recomputed. */
@Component
class VerifyLogCommand implements Command {

    private final LogOperations logs;

    VerifyLogCommand(LogOperations logs) {
        this.logs = logs;
    }

    @Override
    public String id() {
        return "log.verify";
    }

    @Override
    public String title() {
        return "Verify the log";
    }

    @Override
    public String sentence() {
        return "Recomputes the tenant's transparency log from its entries and compares it with every checkpoint that was signed.";
    }

    @Override
    public String blastRadius() {
        return "Reads only. On a large log it takes some minutes of one processor.";
    }

    @Override
    public boolean isIdempotent() {
        return true;
    }

    @Override
    public List<Input> inputs() {
        return List.of();
    }

    @Override
    public Enforced<Map<String, String>> run(Invocation invocation) {
        return logs.check(invocation.caller()).map(VerifyLogCommand::outputs);
    }

    private static Map<String, String> outputs(LogStatus.Check check) {
        return Map.of(
                "sound",
                String.valueOf(check.difference().isEmpty()),
                "entries",
                String.valueOf(check.entries()),
                "says",
                check.difference()
                        .map(difference -> "The log is not as it was signed: " + difference)
                        .orElse(check.entries() + " entries and " + check.checkpoints()
                                + " checkpoints are as they were signed."));
    }
}
