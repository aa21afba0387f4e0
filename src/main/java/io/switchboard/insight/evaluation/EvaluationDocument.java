package io.switchboard.insight.evaluation;

/** A plan or a memo as it leaves the portal: a signed PDF with its JSON inside, that JSON, and the same as a page. {@code name} has no extension. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EvaluationDocument(String name, String id, byte[] pdf, byte[] json, byte[] html) {}
