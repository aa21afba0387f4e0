package io.switchboard.insight.trustreports;

/** A report's file on its way out. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ReportFile(String name, Form form, byte[] bytes) {}
