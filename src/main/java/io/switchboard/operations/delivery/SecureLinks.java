package io.switchboard.operations.delivery;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Secure links. Whoever holds one may collect its file, so a link has an end, a number of uses, and can be revoked at once. A use is counted in the transaction that hands the file out: of two who collect
 * the last one, one is told that it is gone.
 */
@Service
public class SecureLinks {

    public static final ActionId VIEW = new ActionId("delivery.view");
    public static final ActionId SHARE = new ActionId("delivery.share");
    public static final ActionId REVOKE = new ActionId("delivery.revoke");
    public static final ActionId COLLECT = new ActionId("delivery.collect");

    /** The longest that a link may be valid for, and how often it may be used. */
    public static final Duration LONGEST = Duration.ofDays(30);

    public static final int MOST_USES = 100;

    /** The longest page. */
    public static final int MOST_LISTED = 500;

    static final String LINK = "SecureLink";

    private static final int LARGEST = 48 << 20;
    private static final int MOST = 100;

    private final EnforcementPoint enforcement;
    private final Viewing viewing;
    private final LinkRows rows;
    private final Clock clock;

    SecureLinks(EnforcementPoint enforcement, Viewing viewing, LinkRows rows, Clock clock) {
        this.enforcement = enforcement;
        this.viewing = viewing;
        this.rows = rows;
        this.clock = clock;
    }

    /** A link and what opens it, which nobody is shown again. */
    public record Shared(SecureLink link, LinkToken token) {}

    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, LINK);
    }

    /** The latest 100 of {@link #count}. */
    public List<SecureLink> list(Caller caller) {
        viewing.require(caller, VIEW, LINK);
        return rows.list(caller.tenant(), MOST);
    }

    /** Those made before {@code after}, the latest first; at most {@link #MOST_LISTED}. */
    public List<SecureLink> page(Caller caller, Optional<SecureLink> after, int limit) {
        viewing.require(caller, VIEW, LINK);
        return rows.page(caller.tenant(), after, Math.min(limit, MOST_LISTED));
    }

    public Optional<SecureLink> find(Caller caller, LinkId id) {
        viewing.require(caller, VIEW, LINK);
        return rows.find(caller.tenant(), id);
    }

    public long count(Caller caller) {
        viewing.require(caller, VIEW, LINK);
        return rows.count(caller.tenant());
    }

    /** The caller has been allowed to take the file along already; this is about handing it to somebody else. */
    public Enforced<Shared> share(Caller caller, SharedFile file, Duration validFor, int uses) {
        var id = LinkId.random();
        return enforcement.perform(action(caller, SHARE, id), () -> {
            require(
                    validFor.isPositive() && validFor.compareTo(LONGEST) <= 0,
                    "bad-validity",
                    "A link is valid for at most " + LONGEST.toDays() + " days.");
            require(uses >= 1 && uses <= MOST_USES, "bad-uses", "A link can be used 1 to " + MOST_USES + " times.");
            require(
                    file.bytes().length <= LARGEST,
                    "too-large",
                    "A file to share has at most 48 MiB. Choose a shorter period.");
            var now = now();
            var token = LinkToken.random();
            var link = new SecureLink(
                    id,
                    file.name(),
                    file.type(),
                    file.bytes().length,
                    Sha256.of(file.bytes()),
                    now,
                    now.plus(validFor),
                    uses,
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    caller.actor());
            rows.add(caller.tenant(), link, token, file.bytes());
            return Effect.of(
                            new Shared(link, token),
                            Subject.atVersion(LINK, id.value(), 1),
                            new Subject("Document", link.name(), link.digest()))
                    .withFacts(Map.of(
                            "bytes", link.bytes(),
                            "uses", (long) uses,
                            "expiresAt", link.expiresAt().toString()));
        });
    }

    /** Empty where the tenant has no such link. */
    public Optional<Enforced<SecureLink>> revoke(Caller caller, LinkId id) {
        return rows.find(caller.tenant(), id)
                .map(link -> enforcement.perform(action(caller, REVOKE, id), () -> {
                    require(
                            rows.revoke(caller.tenant(), id, now()),
                            "revoked-already",
                            "Somebody else has revoked it already.");
                    return Effect.of(link, Subject.atVersion(LINK, id.value(), 2))
                            .withFacts(Map.of("uses", (long) link.uses()));
                }));
    }

    /** What the link would hand out; empty for a link that never was or opens nothing any more, and nobody is told which. */
    public Optional<SecureLink> offer(TenantId tenant, LinkToken token) {
        return rows.find(tenant, token).filter(link -> link.at(now()) == SecureLink.Standing.OPEN);
    }

    /** Hands the file out, in the name of nobody: whoever holds the link. Empty as for {@link #offer}. */
    public Optional<SharedFile> collect(TenantId tenant, LinkToken token) {
        return offer(tenant, token).flatMap(link -> collected(tenant, link));
    }

    private Optional<SharedFile> collected(TenantId tenant, SecureLink link) {
        var by = Caller.system(tenant, "secure-link");
        var ended = enforcement.perform(action(by, COLLECT, link.id()), () -> {
            require(rows.use(tenant, link.id(), now()), "gone", "The link opens nothing any more.");
            var file = new SharedFile(link.name(), link.type(), rows.content(tenant, link.id()));
            return Effect.of(file, new Subject("Document", link.name(), link.digest()))
                    .withFacts(Map.of("use", link.uses() + 1L, "bytes", link.bytes()));
        });
        return ended instanceof Enforced.Done<SharedFile> done ? Optional.of(done.value()) : Optional.empty();
    }

    private static GovernedAction action(Caller caller, ActionId action, LinkId id) {
        return GovernedAction.of(caller, action, ResourceRef.of(LINK, id.value()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void require(boolean condition, String code, String message) {
        if (!condition) {
            throw new ChangeFailure(code, message);
        }
    }
}
