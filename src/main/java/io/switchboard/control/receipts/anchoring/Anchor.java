package io.switchboard.control.receipts.anchoring;

import java.time.Instant;

/** The checkpoint of that size, {@code note}, existed at that time: {@code answer} is the authority's TimeStampResp over the note's bytes. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Anchor(long size, String authority, Instant at, byte[] answer, String note) {}
