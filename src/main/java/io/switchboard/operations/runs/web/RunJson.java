package io.switchboard.operations.runs.web;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.runs.Command;
import io.switchboard.operations.runs.Run;
import io.switchboard.operations.runs.RunId;
import io.switchboard.operations.runs.RunPage;
import io.switchboard.operations.runs.RunStep;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bodies of {@link RunsController}. Times are RFC 3339 in UTC. */
final class RunJson {

    private RunJson() {}

    /** Either {@code runbook}, an id, or {@code command}. */
    record Start(
            @Nullable String runbook,
            @Nullable String command,
            @Nullable Map<String, String> inputs) {}

    /** {@code answer} is done, failed or again. */
    record Word(@Nullable String answer, @Nullable String note) {}

    record Catalogue(List<Item> items) {

        record Item(
                String id,
                String title,
                String sentence,
                String blastRadius,
                boolean idempotent,
                List<Command.Input> inputs) {

            static Item of(Command command) {
                return new Item(
                        command.id(),
                        command.title(),
                        command.sentence(),
                        command.blastRadius(),
                        command.isIdempotent(),
                        command.inputs());
            }
        }
    }

    record Page(List<Head> items, Optional<String> next, long total) {

        static Page of(RunPage page) {
            return new Page(
                    page.items().stream().map(Head::of).toList(), page.next().map(RunId::value), page.total());
        }
    }

    /** {@code version} 0 is a single command. */
    record Head(
            String id,
            String of,
            int version,
            String title,
            String state,
            Instant startedAt,
            Optional<Instant> endedAt,
            Optional<String> receiptId) {

        static Head of(Run run) {
            return new Head(
                    run.id().value(),
                    run.origin().key(),
                    run.origin().version(),
                    run.title(),
                    run.state().wire(),
                    run.startedAt(),
                    run.endedAt(),
                    run.receipt().map(ReceiptId::value));
        }
    }

    record Detail(Head run, Map<String, String> inputs, List<Step> steps) {

        static Detail of(Run run) {
            return new Detail(
                    Head.of(run),
                    run.inputs(),
                    run.steps().stream().map(Step::of).toList());
        }
    }

    record Step(
            int number,
            String step,
            int attempt,
            boolean back,
            String state,
            String says,
            Map<String, String> outputs,
            Optional<String> receiptId,
            Optional<String> ticketId,
            Instant startedAt,
            Optional<Instant> endedAt) {

        static Step of(RunStep step) {
            return new Step(
                    step.number(),
                    step.step(),
                    step.attempt(),
                    step.back(),
                    step.state().wire(),
                    step.says(),
                    step.outputs(),
                    step.receipt().map(ReceiptId::value),
                    step.ticket(),
                    step.startedAt(),
                    step.endedAt());
        }
    }
}
