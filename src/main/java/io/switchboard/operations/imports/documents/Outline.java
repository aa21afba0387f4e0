package io.switchboard.operations.imports.documents;

import java.util.List;
import java.util.Map;

/**
 * What a file has: {@code columns} with what fills each of them, {@code ignored} what no column takes, {@code notes} what a person should know before a dry run.
 * Columns that are missing stay as they are.
 */
public record Outline(Map<String, String> columns, List<String> ignored, List<String> notes) {}
