package io.switchboard.operations.delivery;

/** What is shared: a name that browsers save it under, its media type, its bytes. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SharedFile(String name, String type, byte[] bytes) {}
