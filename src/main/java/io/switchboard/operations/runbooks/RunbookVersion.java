package io.switchboard.operations.runbooks;

import io.switchboard.kernel.Sha256;
import io.switchboard.operations.imports.ImportId;
import java.time.Instant;

/** What a runbook said from a time on, and the import that brought it. The digest is of the definition, canonical JSON (RFC 8785). */
public record RunbookVersion(
        int version, String title, String definition, Sha256 digest, ImportId broughtBy, Instant at) {}
