package io.switchboard.insight.assurance;

import io.switchboard.control.receipts.BundleOutcome;
import io.switchboard.control.receipts.BundleRequest;
import io.switchboard.control.receipts.BundleScope;
import io.switchboard.control.receipts.EvidenceBundles;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.SharedValues;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.tenancy.Tenant;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes an evidence bundle of the last day and reads it as a stranger would: its statement is signed by a published key, and every file in it has the digest that the statement names. */
final class BundleCheck {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PERIOD = Duration.ofDays(1);

    private final EvidenceBundles bundles;
    private final KeySource keys;

    BundleCheck(EvidenceBundles bundles, KeySource keys) {
        this.bundles = bundles;
        this.keys = keys;
    }

    /** {@code problem} is empty for a bundle in order. */
    record Checked(Optional<String> problem, int files, int receipts, Optional<Sha256> digest) {

        static Checked not(String why) {
            return new Checked(Optional.of(why), 0, 0, Optional.empty());
        }
    }

    Checked check(Tenant tenant, Instant now) {
        try {
            var file = Files.createTempFile("switchboard-pack-", ".zip");
            try {
                return made(tenant, now, file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Checked made(Tenant tenant, Instant now, Path file) throws IOException {
        var scope =
                new BundleScope(Optional.of(now.minus(PERIOD)), Optional.empty(), Optional.empty(), SharedValues.NONE);
        BundleOutcome outcome;
        try (var out = Files.newOutputStream(file)) {
            outcome = bundles.write(tenant.id(), tenant.log(), new BundleRequest(scope, ReceiptFilter.ALL, now), out);
        }
        return switch (outcome) {
            case BundleOutcome.Written written -> read(tenant, now, file, written.receipts());
            case BundleOutcome.TooLarge(var why) -> Checked.not(why);
            case BundleOutcome.LogAway(var why) -> Checked.not(why);
            case BundleOutcome.NoSuchTree(var why) -> Checked.not(why);
        };
    }

    private Checked read(Tenant tenant, Instant now, Path file, int receipts) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var envelope = JSON.readTree(bytes(zip, "data/bundle.dsse.json"));
            var payload =
                    Base64.getDecoder().decode(envelope.required("payload").asString());
            if (!isSigned(tenant, now, envelope, payload)) {
                return Checked.not(
                        "The statement of a bundle made just now is not signed by a published key of the log.");
            }
            int files = 0;
            for (var subject : JSON.readTree(payload).required("subject")) {
                var name = subject.required("name").asString();
                if (!digest(zip, "data/" + name)
                        .hex()
                        .equals(subject.required("digest").required("sha256").asString())) {
                    return Checked.not(
                            "The file " + name + " of a bundle made just now is not the one that was signed.");
                }
                files++;
            }
            return new Checked(Optional.empty(), files, receipts, Optional.of(digest(Files.newInputStream(file))));
        }
    }

    private boolean isSigned(Tenant tenant, Instant now, JsonNode envelope, byte[] payload) {
        var signature = envelope.required("signatures").required(0);
        return keys.published()
                .map(published -> published.of(tenant.log()))
                .flatMap(own -> own.receiptKey(signature.required("keyid").asString(), now))
                .flatMap(PublishedKey::ed25519)
                .filter(key -> Dsse.verifies(
                        key,
                        envelope.required("payloadType").asString(),
                        payload,
                        Base64.getDecoder().decode(signature.required("sig").asString())))
                .isPresent();
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        try (var in = stream(zip, name)) {
            return in.readAllBytes();
        }
    }

    private static Sha256 digest(ZipFile zip, String name) throws IOException {
        return digest(stream(zip, name));
    }

    private static InputStream stream(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("the bundle has no file " + name);
        }
        return zip.getInputStream(entry);
    }

    private static Sha256 digest(InputStream from) throws IOException {
        var digest = Sha256.newDigest();
        try (var in = new DigestInputStream(from, digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Sha256.finish(digest);
    }
}
