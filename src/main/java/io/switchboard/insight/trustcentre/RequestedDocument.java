package io.switchboard.insight.trustcentre;

/** A document that was asked for: what was decided about it, why, and how often it was handed out. */
public record RequestedDocument(TrustDocument document, Verdict verdict, String reason, int downloads) {}
