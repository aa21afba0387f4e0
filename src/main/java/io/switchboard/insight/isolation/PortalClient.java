package io.switchboard.insight.isolation;

import io.switchboard.platform.tenancy.Tenant;

/** Asks the portal as a canary's service client. */
interface PortalClient {

    /** What came back; a redirect is not followed. */
    record Answer(int status, String body) {}

    Answer ask(Tenant canary, String method, String address);
}
