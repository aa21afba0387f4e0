package io.switchboard.operations.imports.schedules;

import io.switchboard.kernel.TenantId;

/** A run that one node has taken: nobody else runs the schedule while the token is the schedule's and its time is not over. */
record Claim(TenantId tenant, ScheduleId schedule, String token, int run) {}
