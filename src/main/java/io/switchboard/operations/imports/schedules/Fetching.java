package io.switchboard.operations.imports.schedules;

import io.switchboard.platform.outbound.BucketSignature;
import io.switchboard.platform.outbound.Download;
import io.switchboard.platform.outbound.Downloaded;
import io.switchboard.platform.outbound.Downloads;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Gets a schedule's file with the secrets that belong to it, at most 200 MB within five minutes. */
@Component
class Fetching {

    private static final String WHAT = "The file's address";
    private static final String USUAL_REGION = "us-east-1";

    private final Downloads downloads;
    private final Clock clock;
    private final long mostBytes;
    private final Duration patience;

    @Autowired
    Fetching(Downloads downloads, Clock clock) {
        this(downloads, clock, 200L << 20, Duration.ofMinutes(5));
    }

    Fetching(Downloads downloads, Clock clock, long mostBytes, Duration patience) {
        this.downloads = downloads;
        this.clock = clock;
        this.mostBytes = mostBytes;
        this.patience = patience;
    }

    /** {@code etag}: what the content was last, so that it does not come again if it is still that. */
    Downloaded fetch(ScheduleSource source, SourceSecrets secrets, Optional<String> etag, Spooled to)
            throws IOException {
        var address = secrets.address(source);
        var headers = new LinkedHashMap<>(authorization(source, secrets, address));
        etag.ifPresent(validator -> headers.put("If-None-Match", validator));
        try (var out = to.out()) {
            return downloads.fetch(new Download(WHAT, address, headers, mostBytes, patience), out);
        }
    }

    private Map<String, String> authorization(ScheduleSource source, SourceSecrets secrets, String address) {
        return switch (source.access()) {
            case NONE -> Map.of();
            case BEARER -> Map.of("Authorization", "Bearer " + secrets.token());
            case S3 ->
                new BucketSignature(
                                source.region().orElse(USUAL_REGION),
                                source.accessKey().orElseThrow(),
                                secrets.token())
                        .headers(URI.create(address), clock);
        };
    }
}
