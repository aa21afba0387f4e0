package io.switchboard.verify;

import java.io.IOException;
import java.util.Optional;

/** Every file under data/ has the digest that the manifest lists and the digest that the issuer signed. */
final class FileCheck {

    private final Contents contents;
    private final Optional<Manifest> manifest;
    private final Optional<BundleStatement> statement;
    private final Findings findings;
    private final Tally tally;

    FileCheck(
            Contents contents,
            Optional<Manifest> manifest,
            Optional<BundleStatement> statement,
            Findings findings,
            Tally tally) {
        this.contents = contents;
        this.manifest = manifest;
        this.statement = statement;
        this.findings = findings;
        this.tally = tally;
    }

    /** The bytes, compared with both digests; absent where they cannot be read. */
    Optional<LoadedFile> load(String path) throws IOException {
        Optional<LoadedFile> file = contents.bytes(path).map(LoadedFile::of);
        file.ifPresent(f -> compare(path, f.hex()));
        return file;
    }

    /** Compares both digests without holding the file. */
    void stream(String path) throws IOException {
        contents.sha256(path).ifPresent(digest -> compare(path, digest));
    }

    private void compare(String path, String digest) {
        tally.files++;
        boolean listed =
                manifest.flatMap(m -> m.digest(path)).map(digest::equals).orElse(true);
        if (!listed) {
            findings.add(Check.MANIFEST, path, "its SHA-256 is " + digest + ", not the one in the manifest");
        }
        boolean signed =
                statement.map(s -> s.digests().get(path)).map(digest::equals).orElse(true);
        if (!signed) {
            findings.add(Check.SUBJECTS, path, "its SHA-256 is " + digest + ", not the one in the signed statement");
        }
    }
}
