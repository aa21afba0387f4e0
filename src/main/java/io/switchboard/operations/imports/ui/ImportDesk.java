package io.switchboard.operations.imports.ui;

import io.switchboard.operations.imports.ImportAccess;
import io.switchboard.operations.imports.ImportDiff;
import io.switchboard.operations.imports.ImportDrafts;
import io.switchboard.operations.imports.ImportErrors;
import io.switchboard.operations.imports.ImportJobs;
import io.switchboard.operations.imports.ImportService;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The services that the wizard's parts wire up. */
@Component
record ImportDesk(
        ImportAccess access,
        ImportService imports,
        ImportDrafts drafts,
        ImportDiff diff,
        ImportErrors errors,
        ImportJobs jobs,
        Clock clock) {}
