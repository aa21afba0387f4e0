package io.switchboard.operations.imports.schedules;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a schedule's file is, as far as people may see it: {@code address} is a URL without its query, which may hold a signature and is kept sealed like
 * the token or the secret key. {@code accessKey} and {@code region} belong to {@link Access#S3}.
 */
public record ScheduleSource(
        String address, boolean hasQuery, Access access, Optional<String> accessKey, Optional<String> region) {

    /** How the portal proves that it may read the file: not at all, with a bearer token (RFC 6750), or with AWS Signature Version 4. */
    public enum Access {
        NONE,
        BEARER,
        S3;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Access> parse(String wire) {
            return java.util.Arrays.stream(values())
                    .filter(access -> access.wire().equals(wire))
                    .findFirst();
        }
    }

    /** With a sign that there is a query, which is not shown. */
    public String shown() {
        return hasQuery ? address + "?…" : address;
    }

    /** Whether secrets that were given for one may be sent to the other: same scheme, host and port. */
    boolean sameOrigin(ScheduleSource other) {
        var mine = URI.create(address);
        var others = URI.create(other.address);
        return Objects.equals(mine.getScheme(), others.getScheme())
                && Objects.equals(mine.getHost(), others.getHost())
                && mine.getPort() == others.getPort();
    }

    /** What the file is called there. */
    String fileName() {
        var path = Optional.ofNullable(URI.create(address).getPath()).orElse("");
        var last = path.substring(path.lastIndexOf('/') + 1);
        return last.isBlank() ? "download" : last;
    }
}
