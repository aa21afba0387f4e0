package io.switchboard.control.receipts.proofs;

/** One of a log's published files; all but the checkpoint never change. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LogFile(byte[] content, boolean immutable) {}
