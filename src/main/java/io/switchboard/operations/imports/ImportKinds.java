package io.switchboard.operations.imports;

import io.switchboard.operations.imports.format.CsvText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What can be imported. */
@Service
public class ImportKinds {

    /** The kind that was there first. */
    public static final String USUAL = "identities";

    private final Targets targets;

    ImportKinds(Targets targets) {
        this.targets = targets;
    }

    /** A kind: its name in addresses and the API, what pages call it, and header lines to begin with where it comes as a table. */
    public record Kind(String name, KindWords words, List<Template> templates) {

        private static Kind of(ImportTarget target) {
            return new Kind(
                    target.kind(),
                    target.words(),
                    target.templates().stream()
                            .map(template -> new Template(template.name(), CsvText.line(template.header())))
                            .toList());
        }
    }

    /** What rows of a table are, and its header line. */
    public record Template(String name, String line) {}

    /** The usual one first, then by name. */
    public List<Kind> all() {
        return targets.all().stream()
                .map(Kind::of)
                .sorted(Comparator.comparing((Kind kind) -> !kind.name().equals(USUAL))
                        .thenComparing(Kind::name))
                .toList();
    }

    public Optional<Kind> find(String name) {
        return all().stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    public KindWords words(String name) {
        return targets.of(name).words();
    }
}
