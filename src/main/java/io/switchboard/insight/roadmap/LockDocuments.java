package io.switchboard.insight.roadmap;

/** A lock as it leaves the portal: a signed PDF with its JSON inside, and the same JSON in a signed DSSE envelope. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LockDocuments(byte[] pdf, byte[] json) {}
