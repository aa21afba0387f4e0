package io.switchboard.operations.runbooks.web;

import io.switchboard.operations.runbooks.Runbook;
import io.switchboard.operations.runbooks.RunbookId;
import io.switchboard.operations.runbooks.RunbookPage;
import io.switchboard.operations.runbooks.RunbookVersion;
import io.switchboard.operations.runbooks.dialect.Finding;
import io.switchboard.operations.runbooks.dialect.Lint;
import io.switchboard.operations.runbooks.dialect.RunbookText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bodies of {@link RunbooksController}'s answers. Times are RFC 3339 in UTC; digests are SHA-256 of the definition as canonical JSON (RFC 8785). */
final class RunbookJson {

    private RunbookJson() {}

    record Page(List<Item> items, Optional<String> next, long total) {

        static Page of(RunbookPage page) {
            return new Page(
                    page.items().stream().map(Item::of).toList(), page.next().map(RunbookId::value), page.total());
        }
    }

    record Item(String id, String key, String title, String dialect, int steps, int version, Instant updatedAt) {

        static Item of(Runbook runbook) {
            return new Item(
                    runbook.id().value(),
                    runbook.key(),
                    runbook.title(),
                    runbook.dialect(),
                    runbook.steps(),
                    runbook.version(),
                    runbook.updatedAt());
        }
    }

    record Detail(Item runbook, String digest, Map<String, @Nullable Object> definition, List<Finding> remarks) {

        static Detail of(Runbook runbook, RunbookVersion version) {
            var definition = RunbookText.read(version.definition());
            return new Detail(Item.of(runbook), version.digest().hex(), definition, Lint.of(definition));
        }
    }

    record Version(
            int version,
            String title,
            String digest,
            String importId,
            Instant at,
            Map<String, @Nullable Object> definition) {

        static Version of(RunbookVersion version) {
            return new Version(
                    version.version(),
                    version.title(),
                    version.digest().hex(),
                    version.broughtBy().value(),
                    version.at(),
                    RunbookText.read(version.definition()));
        }
    }
}
