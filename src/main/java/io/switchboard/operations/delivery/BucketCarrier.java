package io.switchboard.operations.delivery;

import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.delivery.Carried.Answered;
import io.switchboard.operations.delivery.Destination.Kind;
import io.switchboard.operations.webhooks.AllowedHosts;
import io.switchboard.platform.outbound.BucketSignature;
import io.switchboard.platform.outbound.OutboundException;
import io.switchboard.platform.outbound.Posts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * To buckets: the files of what is announced, and the message itself. An object's key is {@code tenant/type/about/digest/name}, so writing it again changes nothing, and whoever lists the bucket knows what each
 * has to be.
 */
@Component
class BucketCarrier implements Carrier {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BucketRows rows;
    private final AllowedHosts hosts;
    private final List<AnnouncedFiles> files;
    private final Posts posts;
    private final Clock clock;

    BucketCarrier(BucketRows rows, AllowedHosts hosts, List<AnnouncedFiles> files, Posts posts, Clock clock) {
        this.rows = rows;
        this.hosts = hosts;
        this.files = List.copyOf(files);
        this.posts = posts;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.BUCKET;
    }

    @Override
    public List<String> names(TenantId tenant) {
        return rows.all(tenant).stream()
                .map(bucket -> bucket.destination().name())
                .toList();
    }

    @Override
    public Line open(TenantId tenant, String destination) throws OutboundException {
        var bucket = rows.find(tenant, destination)
                .orElseThrow(() -> new OutboundException(
                        "unknown-bucket",
                        "There is no bucket " + destination + ". The page Deliveries lists those that there are."));
        var keys = rows.keys(tenant, bucket);
        return message -> carry(bucket, keys, message);
    }

    private Answered carry(Bucket bucket, BucketKeys keys, OutboxMessage message) throws OutboundException {
        var stored = new ArrayList<Subject>();
        for (var file : filesOf(message)) {
            var answer = put(bucket, keys, message, file);
            if (!answer.isTaken()) {
                return answer;
            }
            stored.add(new Subject("Document", file.name(), Sha256.of(file.bytes())));
        }
        return new Answered(200, "Stored: " + words(stored), Optional.empty(), stored);
    }

    private List<SharedFile> filesOf(OutboxMessage message) {
        var own = new SharedFile(
                message.id() + ".json", "application/json", message.body().getBytes(StandardCharsets.UTF_8));
        return Stream.concat(
                        files.stream()
                                .filter(source -> source.type().equals(message.type()))
                                .flatMap(source -> source.of(message.tenant(), message.about()).stream()),
                        Stream.of(own))
                .toList();
    }

    private Answered put(Bucket bucket, BucketKeys keys, OutboxMessage message, SharedFile file)
            throws OutboundException {
        var digest = Sha256.of(file.bytes());
        var object =
                bucket.object(message.tenant().value(), message.type(), message.about(), digest.hex(), file.name());
        hosts.require(message.tenant(), "The bucket", object.toString());
        var headers = new BucketSignature(bucket.region(), keys.accessKey(), keys.secretKey())
                .headers(object, file.bytes(), checksum(bucket, digest, file.bytes()), clock);
        var answer =
                posts.put(new Posts.Put("The bucket", object.toString(), headers, file.type(), file.bytes(), PATIENCE));
        return new Answered(
                answer.status(),
                answer.beginning(),
                answer.retryAfter().flatMap(text -> RetryAfter.parse(text, clock.instant())),
                List.of());
    }

    /** What the store compares with what arrived. */
    private static Map<String, String> checksum(Bucket bucket, Sha256 digest, byte[] content) {
        return switch (bucket.dialect()) {
            case S3 -> Map.of("x-amz-checksum-sha256", Base64.getEncoder().encodeToString(digest.bytes()));
            case COMPATIBLE -> Map.of("Content-MD5", Base64.getEncoder().encodeToString(md5(content)));
        };
    }

    /** RFC 1864: against faults on the way, not against people. */
    private static byte[] md5(byte[] content) {
        try {
            return MessageDigest.getInstance("MD5").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    private static String words(List<Subject> stored) {
        return String.join(
                ", ",
                stored.stream()
                        .map(file -> file.id() + " sha256:" + file.digest())
                        .toList());
    }
}
