package io.switchboard.operations.runbooks.dialect;

/** What a reviewer would remark on a runbook that is right as far as the dialect goes: where, a stable code, and what about it. */
public record Finding(String pointer, String code, String sentence) {}
