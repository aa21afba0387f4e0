package io.switchboard.operations.administration;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.BundleScope;
import io.switchboard.control.receipts.SharedValues;
import io.switchboard.operations.runs.Command;
import io.switchboard.operations.runs.RunFiles;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A sealed evidence bundle of a period, kept with the run. */
@Component
class ExportEvidenceCommand implements Command {

    private final EvidenceExports exports;
    private final RunFiles files;

    ExportEvidenceCommand(EvidenceExports exports, RunFiles files) {
        this.exports = exports;
        this.files = files;
    }

    @Override
    public String id() {
        return "evidence.export";
    }

    @Override
    public String title() {
        return "Export evidence";
    }

    @Override
    public String sentence() {
        return "Makes a sealed bundle of the tenant’s receipts that is checked offline, and keeps it with the run for seven days, encrypted, 8 MB at most.";
    }

    @Override
    public String blastRadius() {
        return "Reads only. The bundle is there for whoever may export evidence.";
    }

    @Override
    public boolean isIdempotent() {
        return true;
    }

    @Override
    public List<Input> inputs() {
        return List.of(
                Input.optional("from", "From this day on, such as 2026-05-04"),
                Input.optional("to", "Before this day"),
                Input.choice("disclose", "Disclosed values that go along", false, "none", "all"));
    }

    @Override
    public Enforced<Map<String, String>> run(Invocation invocation) {
        var scope = scope(invocation);
        return exports.export(invocation.caller(), scope, zip -> {
            requirePeriod(invocation);
            var kept = files.keep(
                    invocation.caller().tenant(),
                    new RunFiles.Label("evidence.zip", "application/zip", EvidenceExports.EXPORT, "EvidenceBundle"),
                    zip);
            return Map.of(
                    "file",
                    kept.id(),
                    "bytes",
                    String.valueOf(zip.length),
                    "says",
                    "A bundle of " + zip.length + " bytes is kept until "
                            + kept.until().atZone(ZoneOffset.UTC).toLocalDate() + ".");
        });
    }

    private static BundleScope scope(Invocation invocation) {
        return new BundleScope(
                day(invocation.text("from")),
                day(invocation.text("to")),
                Optional.empty(),
                new SharedValues(invocation.text("disclose").equals("all") ? Optional.empty() : Optional.of(Set.of())));
    }

    private static void requirePeriod(Invocation invocation) {
        for (var name : List.of("from", "to")) {
            var text = invocation.text(name);
            if (!text.isBlank() && day(text).isEmpty()) {
                throw new ChangeFailure("bad-day", "The input " + name + " is no day such as 2026-05-04.");
            }
        }
    }

    private static Optional<Instant> day(String text) {
        try {
            return text.isBlank()
                    ? Optional.empty()
                    : Optional.of(
                            LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
