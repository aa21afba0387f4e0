package io.switchboard.operations.imports.web;

import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.ImportDrafts;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.format.CsvDialect;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a client says a file is written, where it knows better than the portal. */
final class Dialects {

    private Dialects() {}

    /** Why the file cannot be read as the client says; empty where it can, or where the client says nothing. */
    static Optional<String> applied(ImportDrafts drafts, Caller caller, ImportPlan plan, ImportRequest request) {
        var dialect = plan.source().dialect();
        if (request.delimiter() == null && request.encoding() == null) {
            return Optional.empty();
        }
        var separator = request.delimiter() == null
                ? Optional.of(dialect.separator())
                : CsvDialect.separator(request.delimiter());
        var encoding =
                request.encoding() == null ? Optional.of(dialect.encoding()) : encoding(drafts, request.encoding());
        return separator.isEmpty() || encoding.isEmpty()
                ? Optional.of(
                        "The delimiter is comma, semicolon, tab or bar; the encoding is one of " + names(drafts) + ".")
                : drafts.reread(caller, plan.id(), encoding.get(), separator.get());
    }

    private static Optional<Charset> encoding(ImportDrafts drafts, String name) {
        return drafts.encodings().stream()
                .filter(encoding -> encoding.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static String names(ImportDrafts drafts) {
        return drafts.encodings().stream().map(Charset::name).collect(Collectors.joining(", "));
    }
}
