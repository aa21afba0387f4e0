package io.switchboard.insight.trustreports;

/** A report as it leaves the portal: signed PDF with its JSON inside, the same JSON (RFC 8785), and an HTML page. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ReportDocuments(byte[] pdf, byte[] json, byte[] html) {}
