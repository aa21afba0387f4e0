package io.switchboard.insight.success;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.operations.runs.Command;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The rollup behind the dashboard, made again from the log. */
@Component
class RecountCommand implements Command {

    private final SuccessDesk desk;

    RecountCommand(SuccessDesk desk) {
        this.desk = desk;
    }

    @Override
    public String id() {
        return "success.recount";
    }

    @Override
    public String title() {
        return "Count the figures again";
    }

    @Override
    public String sentence() {
        return "Forgets the sums behind the success dashboard and makes them again from the tenant's log.";
    }

    @Override
    public String blastRadius() {
        return "Figures stay right while it counts; with a million receipts the dashboard is slow for some minutes. Nothing but sums is changed.";
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
        return desk.recount(invocation.caller(), invocation.parent())
                .map(entries -> Map.of(
                        "entries", entries.toString(), "says", entries + " receipts of the log were counted again."));
    }
}
