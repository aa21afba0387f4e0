package io.switchboard.control.flags;

/** Where flags are kept, for whoever only reads them. Either throws Spring's {@code DataAccessException} where the store is away. */
interface FlagStore {

    long revision();

    Snapshot load();
}
