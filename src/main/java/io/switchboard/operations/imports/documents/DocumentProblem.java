package io.switchboard.operations.imports.documents;

/** What is wrong: where (a JSON pointer), a stable code ({@code E-110}), what happened and what to do about it; both without a full stop. */
public record DocumentProblem(String pointer, String code, String message, String fix) {}
