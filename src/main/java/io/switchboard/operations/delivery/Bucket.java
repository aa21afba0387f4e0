package io.switchboard.operations.delivery;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriUtils;

/** A bucket of a tenant, without its keys. {@code endpoint}: an https address without a path; {@code prefix}: what every key begins with, or nothing. */
public record Bucket(
        Destination destination,
        String endpoint,
        String region,
        String bucket,
        String prefix,
        Dialect dialect,
        Instant since) {

    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("(?:[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*)?");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");
    private static final int LONGEST_PREFIX = 200;

    /** Which checksum a store compares with what arrived. */
    public enum Dialect {
        S3("Amazon S3 (x-amz-checksum-sha256)"),
        COMPATIBLE("Compatible stores (Content-MD5)");

        private final String title;

        Dialect(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    static boolean isBucket(String text) {
        return BUCKET.matcher(text).matches();
    }

    static boolean isPrefix(String text) {
        return text.length() <= LONGEST_PREFIX
                && PREFIX.matcher(text).matches()
                && Stream.of(text.split("/")).noneMatch(part -> part.equals(".") || part.equals(".."));
    }

    static boolean isRegion(String text) {
        return REGION.matcher(text).matches();
    }

    /** Where an object of these segments is: the bucket in the path, which all stores understand, and which keeps the certificate right for a bucket whose name has dots. */
    URI object(String... segments) {
        var host = URI.create(endpoint);
        var path = Stream.concat(Stream.of(prefix.split("/")).filter(part -> !part.isEmpty()), Arrays.stream(segments))
                .map(segment -> UriUtils.encode(segment, StandardCharsets.UTF_8))
                .collect(Collectors.joining("/"));
        return URI.create(host.getScheme() + "://" + host.getRawAuthority() + "/" + bucket + "/" + path);
    }
}
