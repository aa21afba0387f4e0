package io.switchboard.control.receipts;

import io.switchboard.kernel.Sha256;
import io.switchboard.platform.signing.CanonicalJson;
import java.util.Map;

/**
 * What a receipt is about (in-toto ResourceDescriptor). {@code name} is {@code type/id}, opaque; the digest is of a file's bytes, else of
 * the canonical JSON of {@code {type, id, version}}.
 */
public record Subject(String type, String id, Sha256 digest) {

    public Subject {
        SubjectName.check(type, id);
    }

    /** Something that is a row and not a file, as it is since {@code version}. */
    public static Subject atVersion(String type, String id, long version) {
        return new Subject(type, id, Sha256.of(CanonicalJson.of(Map.of("type", type, "id", id, "version", version))));
    }

    public String name() {
        return called().toString();
    }

    public SubjectName called() {
        return new SubjectName(type, id);
    }
}
