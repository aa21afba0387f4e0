package io.switchboard.control.receipts.anchoring;

import java.time.Instant;

/** An authority's answer ({@code answer} is the DER of RFC 3161's TimeStampResp), its name and the time that it attests. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Timestamp(byte[] answer, String authority, Instant at) {}
