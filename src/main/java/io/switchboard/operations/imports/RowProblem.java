package io.switchboard.operations.imports;

/** What is wrong with a row: the field, a stable code ({@code E-103}), what happened and what to do about it. */
public record RowProblem(String field, String code, String message, String fix) {}
