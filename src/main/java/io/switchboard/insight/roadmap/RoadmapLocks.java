package io.switchboard.insight.roadmap;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.signing.TrustRoot;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Locks a release: every item that is open has to be Spec Ready, everything else deferred with its reason. What is locked is kept as signed documents and does not change. */
@Service
public class RoadmapLocks {

    public static final ActionId LOCK = new ActionId("roadmap.lock");

    private static final int NAMED = 5;

    private final EnforcementPoint enforcement;
    private final RoadmapDesk desk;
    private final ItemRows items;
    private final LockRows locks;
    private final LockPress press;
    private final Tenants tenants;
    private final Members members;
    private final TrustRoot root;
    private final Clock clock;

    RoadmapLocks(
            EnforcementPoint enforcement,
            RoadmapDesk desk,
            ItemRows items,
            LockRows locks,
            LockPress press,
            Tenants tenants,
            Members members,
            TrustRoot root,
            Clock clock) {
        this.enforcement = enforcement;
        this.desk = desk;
        this.items = items;
        this.locks = locks;
        this.press = press;
        this.tenants = tenants;
        this.members = members;
        this.root = root;
        this.clock = clock;
    }

    public Enforced<RoadmapLock> lock(Caller caller, Release release) {
        var action = GovernedAction.of(caller, LOCK, ResourceRef.of(RoadmapDesk.ROADMAP, release.value()));
        return enforcement.perform(action, () -> locked(caller, release));
    }

    private Effect<RoadmapLock> locked(Caller caller, Release release) {
        RoadmapChanges.require(
                desk.isHere(caller.tenant()), "not-here", "The roadmap belongs to the tenant platform. Sign in there.");
        var open = items.locked(caller.tenant()).stream()
                .filter(item -> item.release().isEmpty())
                .toList();
        RoadmapChanges.require(
                !locks.exists(caller.tenant(), release),
                "locked-already",
                release + " is locked already, and a lock does not change. Choose the next release.");
        var in = open.stream().filter(Item::isOpen).toList();
        var deferred = open.stream().filter(item -> !item.isOpen()).toList();
        requireReady(in, release);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var documents = press.print(facts(caller, release, now, in, deferred));
        in.forEach(item -> take(caller, item, release, now));
        var lock = new RoadmapLock(
                release,
                now,
                caller.actor(),
                in.size(),
                deferred.size(),
                Sha256.of(documents.pdf()),
                Sha256.of(documents.json()),
                Optional.empty());
        locks.add(caller.tenant(), lock, documents);
        return effect(lock);
    }

    private static void requireReady(List<Item> in, Release release) {
        RoadmapChanges.require(
                !in.isEmpty(),
                "nothing-in-it",
                "No item is open, so nothing would be in " + release + ". Raise one first.");
        var drafts = in.stream().filter(item -> !item.isReady()).toList();
        RoadmapChanges.require(
                drafts.isEmpty(),
                "not-spec-ready",
                "Not Spec Ready: "
                        + drafts.stream().limit(NAMED).map(RoadmapLocks::named).collect(Collectors.joining(", "))
                        + (drafts.size() > NAMED ? " and " + (drafts.size() - NAMED) + " more" : "")
                        + ". Complete each, or defer it with a reason.");
    }

    private static String named(Item item) {
        return "“" + item.title() + "” ("
                + item.missing().getFirst().requirement().title().toLowerCase(Locale.ROOT) + ")";
    }

    private LockFacts facts(Caller caller, Release release, Instant now, List<Item> in, List<Item> deferred) {
        return new LockFacts(
                tenants.find(caller.tenant()).orElseThrow(),
                release,
                now,
                name(caller),
                root.fingerprint(),
                in,
                deferred);
    }

    private String name(Caller caller) {
        return members.find(caller.tenant(), new MemberId(caller.actor().id()))
                .map(Member::displayName)
                .orElse(caller.actor().id());
    }

    private void take(Caller caller, Item item, Release release, Instant now) {
        var after = new Item(
                item.id(),
                item.title(),
                item.evidence(),
                item.spec(),
                item.missing(),
                item.deferred(),
                Optional.of(release),
                item.version() + 1,
                item.raisedBy(),
                item.raisedAt(),
                now);
        RoadmapChanges.require(
                items.change(caller.tenant(), after),
                "changed-meanwhile",
                "An item was changed meanwhile. Look again.");
    }

    private static Effect<RoadmapLock> effect(RoadmapLock lock) {
        var name = "roadmap-" + lock.release();
        return Effect.of(
                        lock,
                        Subject.atVersion(RoadmapDesk.ROADMAP, lock.release().value(), 1),
                        new Subject("Document", name + ".pdf", lock.pdf()),
                        new Subject("Document", name + ".dsse.json", lock.json()))
                .withFacts(Map.of("items", (long) lock.in(), "deferred", (long) lock.deferred()));
    }

    /** Notes the receipt with the lock, in the transaction that leaves it. */
    @EventListener
    void note(ActionReceipted done) {
        if (done.outcome() == Outcome.ALLOWED && done.action().equals(LOCK)) {
            done.subjects().stream()
                    .filter(subject -> subject.type().equals(RoadmapDesk.ROADMAP))
                    .forEach(subject -> locks.receipted(done.tenant(), new Release(subject.id()), done.receipt()));
        }
    }
}
