package io.switchboard.operations.imports;

import java.util.List;
import org.springframework.stereotype.Component;

/** The kinds that modules above bring. */
@Component
class Targets {

    private final List<ImportTarget> targets;

    Targets(List<ImportTarget> targets) {
        this.targets = targets;
    }

    List<ImportTarget> all() {
        return targets;
    }

    ImportTarget of(String kind) {
        return targets.stream()
                .filter(target -> target.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new UnknownKind(
                        kind, targets.stream().map(ImportTarget::kind).sorted().toList()));
    }
}
