package io.switchboard.operations.delivery;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.delivery.Destination.Kind;
import io.switchboard.operations.webhooks.AllowedHosts;
import io.switchboard.platform.outbound.OutboundException;
import io.switchboard.platform.outbound.Reach;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** A tenant's buckets: connected and removed under policy. Their keys are never shown. */
@Service
public class Buckets {

    public static final ActionId CONNECT = new ActionId("delivery.connect-bucket");
    public static final ActionId REMOVE = new ActionId("delivery.remove-bucket");

    private static final int MOST = 10;
    private static final int LONGEST = 1000;
    private static final int LONGEST_KEY = 200;

    private final EnforcementPoint enforcement;
    private final Viewing viewing;
    private final BucketRows rows;
    private final HealthRows health;
    private final Reach reach;
    private final AllowedHosts hosts;
    private final Clock clock;

    Buckets(
            EnforcementPoint enforcement,
            Viewing viewing,
            BucketRows rows,
            HealthRows health,
            Reach reach,
            AllowedHosts hosts,
            Clock clock) {
        this.enforcement = enforcement;
        this.viewing = viewing;
        this.rows = rows;
        this.health = health;
        this.reach = reach;
        this.hosts = hosts;
        this.clock = clock;
    }

    /** As it was typed in. {@code name}: what it is called here. */
    public record Draft(
            Destination destination,
            String endpoint,
            String region,
            String bucket,
            String prefix,
            Bucket.Dialect dialect) {}

    public List<Bucket> list(Caller caller) {
        viewing.require(caller, DeliveryDesk.VIEW, DeliveryDesk.DELIVERY);
        return rows.all(caller.tenant());
    }

    /** Whether it can be written to shows at the first delivery; a test says so at once. */
    public Enforced<Bucket> connect(Caller caller, Draft draft, BucketKeys keys) {
        return enforcement.perform(on(caller, CONNECT, draft.destination()), () -> {
            var bucket = checked(draft, keys);
            requireReachable(caller, bucket);
            require(rows.all(caller.tenant()).size() < MOST, "too-many", "A tenant has at most " + MOST + " buckets.");
            require(
                    rows.add(caller.tenant(), bucket, keys),
                    "name-taken",
                    "There is a bucket " + draft.destination().name() + " already. Choose another name.");
            return Effect.of(
                            bucket,
                            Subject.atVersion(
                                    Destinations.DESTINATION,
                                    bucket.destination().toString(),
                                    1))
                    .withFacts(Map.of("dialect", bucket.dialect().name()))
                    .withDisclosures(Map.of("endpoint", bucket.endpoint(), "bucket", bucket.bucket()));
        });
    }

    private Bucket checked(Draft draft, BucketKeys keys) {
        require(
                draft.endpoint().length() <= LONGEST && isBare(draft.endpoint()),
                "bad-endpoint",
                "Write the endpoint as an https address without a path, such as https://s3.eu-central-1.amazonaws.com.");
        require(
                Bucket.isRegion(draft.region()),
                "bad-region",
                "Write the region as its store does, such as eu-central-1.");
        require(
                Bucket.isBucket(draft.bucket()),
                "bad-bucket",
                "A bucket's name has 3 to 63 characters of a–z, 0–9, dots and hyphens.");
        require(
                Bucket.isPrefix(draft.prefix()),
                "bad-prefix",
                "Write the prefix as names with slashes between them, such as switchboard/acme, or leave it out.");
        require(
                isKey(keys.accessKey()) && isKey(keys.secretKey()),
                "bad-keys",
                "Give the access key and the secret key, each at most " + LONGEST_KEY + " characters.");
        return new Bucket(
                draft.destination(),
                draft.endpoint(),
                draft.region(),
                draft.bucket(),
                draft.prefix(),
                draft.dialect(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static boolean isKey(String key) {
        return !key.isBlank() && key.length() <= LONGEST_KEY;
    }

    private static boolean isBare(String endpoint) {
        try {
            var uri = URI.create(endpoint);
            return uri.getHost() != null && uri.getRawPath().isEmpty() && uri.getRawQuery() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void requireReachable(Caller caller, Bucket bucket) {
        try {
            var object = bucket.object("any").toString();
            reach.check("The bucket", object);
            hosts.require(caller.tenant(), "The bucket", object);
        } catch (OutboundException e) {
            throw new ChangeFailure(e.code(), e.sentence());
        }
    }

    /** What waits for it ends. Empty where the tenant has none of this name. */
    public Optional<Enforced<Bucket>> remove(Caller caller, Destination to) {
        return rows.find(caller.tenant(), to.name())
                .filter(_ -> to.kind() == Kind.BUCKET)
                .map(bucket -> enforcement.perform(on(caller, REMOVE, to), () -> {
                    require(rows.remove(caller.tenant(), to.name()), "gone", "Somebody else has removed it already.");
                    health.forget(caller.tenant(), to);
                    return Effect.of(bucket, Subject.atVersion(Destinations.DESTINATION, to.toString(), 2));
                }));
    }

    private static GovernedAction on(Caller caller, ActionId action, Destination to) {
        return GovernedAction.of(caller, action, ResourceRef.of(Destinations.DESTINATION, to.toString()));
    }

    private static void require(boolean condition, String code, String message) {
        if (!condition) {
            throw new ChangeFailure(code, message);
        }
    }
}
