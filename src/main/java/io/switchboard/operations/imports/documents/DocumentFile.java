package io.switchboard.operations.imports.documents;

import java.io.InputStream;
import java.util.function.Supplier;

/** An uploaded file: the name it came with, and its bytes as often as they are asked for; who opens closes. */
public record DocumentFile(String name, Supplier<InputStream> bytes) {

    public InputStream open() {
        return bytes.get();
    }
}
