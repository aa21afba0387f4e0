package io.switchboard.platform.tenancy;

/** What a tenant has subscribed to. Weekly Trust Reports and anchoring are {@code ENTERPRISE}. */
public enum Plan {
    FREE,
    PRO,
    ENTERPRISE
}
