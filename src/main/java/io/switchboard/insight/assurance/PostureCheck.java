package io.switchboard.insight.assurance;

import io.switchboard.platform.tenancy.Tenant;
import java.time.Instant;

/**
 * Finds out whether one claim holds for a tenant, from records and never from configuration. May throw: a check that breaks off proves
 * nothing, and whoever runs it says so.
 */
interface PostureCheck {

    /** Stable, in lower case with hyphens: how machines know the claim. */
    String id();

    /** The claim as a sentence without a full stop. */
    String title();

    /** What was compared with what, what the evidence digest is of, and how an outsider checks. */
    String checkedHow();

    Finding check(Tenant tenant, Instant now);
}
