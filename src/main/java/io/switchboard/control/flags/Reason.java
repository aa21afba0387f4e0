package io.switchboard.control.flags;

/** Why a flag has its value: names as in OpenFeature's specification, section 2.2. */
public enum Reason {
    /** A rule about the tenant or one of its cohorts. */
    TARGETING_MATCH,
    /** The tenant is within a percentage. */
    SPLIT,
    /** The kill switch. */
    DISABLED,
    /** No rule is about the tenant. */
    DEFAULT,
    /** The last known value: the store is away. */
    STALE,
    /** There is no value; whoever asks takes their own default. */
    ERROR
}
