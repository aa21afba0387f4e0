package io.switchboard.control.receipts;

import io.switchboard.kernel.Sha256;

/**
 * What a receipt is about (in-toto ResourceDescriptor). {@code name} is {@code type/id}, opaque; the digest is of a file's bytes, else of
 * the canonical JSON of {@code {type, id, version}}.
 */
public record Subject(String type, String id, Sha256 digest) {

    public String name() {
        return type + "/" + id;
    }
}
