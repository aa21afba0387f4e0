package io.switchboard.insight.roadmap;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.insight.success.Period;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/** Changes of items, each governed. An item in a locked release does not change any more. */
@Service
public class RoadmapChanges {

    public static final ActionId RAISE = new ActionId("roadmap.raise");
    public static final ActionId SPECIFY = new ActionId("roadmap.specify");
    public static final ActionId DEFER = new ActionId("roadmap.defer");

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_REASON = 1000;

    static final String ITEM = "RoadmapItem";

    private static final int LONGEST_TEXT = 2000;
    private static final int MOST_LINES = 50;

    private final EnforcementPoint enforcement;
    private final RoadmapDesk desk;
    private final Telemetry telemetry;
    private final ItemRows rows;
    private final Clock clock;

    RoadmapChanges(EnforcementPoint enforcement, RoadmapDesk desk, Telemetry telemetry, ItemRows rows, Clock clock) {
        this.enforcement = enforcement;
        this.desk = desk;
        this.telemetry = telemetry;
        this.rows = rows;
        this.clock = clock;
    }

    /** {@code finding} is looked for again, so that the item keeps the numbers of this moment; without one it rests on somebody's word. */
    public Enforced<Item> raise(Caller caller, String title, Period period, Optional<String> finding) {
        var id = ItemId.random();
        return enforcement.perform(on(caller, RAISE, id), () -> {
            requireHere(caller);
            requireTitle(title);
            var evidence = finding.map(wanted -> found(wanted, period));
            var item = fresh(id, title.strip(), evidence, caller);
            rows.add(caller.tenant(), item);
            return effect(item, Optional.empty());
        });
    }

    private Evidence found(String wanted, Period period) {
        var findings = telemetry.over(period);
        return findings.find(wanted)
                .map(finding -> Evidence.of(finding, findings))
                .orElseThrow(() -> new ChangeFailure(
                        "not-found-any-more", "That is not among the findings any more. Look at them again."));
    }

    private Item fresh(ItemId id, String title, Optional<Evidence> evidence, Caller caller) {
        var now = now();
        return new Item(
                id,
                title,
                evidence,
                Spec.EMPTY,
                rows.gate(evidence).missing(Spec.EMPTY),
                Optional.empty(),
                Optional.empty(),
                1,
                caller.actor(),
                now,
                now);
    }

    /** {@code version} is that of the item that the change was made for, here and below. */
    public Optional<Enforced<Item>> specify(Caller caller, ItemId id, int version, String title, Spec spec) {
        return change(caller, SPECIFY, id, version, Optional.empty(), item -> {
            requireTitle(title);
            requireSpec(spec);
            return with(item, title.strip(), spec, item.deferred());
        });
    }

    public Optional<Enforced<Item>> defer(Caller caller, ItemId id, int version, String reason) {
        return change(caller, DEFER, id, version, Optional.of(reason.strip()), item -> {
            require(
                    !reason.isBlank() && reason.length() <= LONGEST_REASON,
                    "no-reason",
                    "Say why it has to wait, in 1 to " + LONGEST_REASON + " characters.");
            return with(item, item.title(), item.spec(), Optional.of(reason.strip()));
        });
    }

    /** Takes a deferred item up again. */
    public Optional<Enforced<Item>> takeUp(Caller caller, ItemId id, int version) {
        return change(caller, DEFER, id, version, Optional.empty(), item -> {
            require(item.deferred().isPresent(), "not-deferred", "The item is not deferred.");
            return with(item, item.title(), item.spec(), Optional.empty());
        });
    }

    private Item with(Item item, String title, Spec spec, Optional<String> deferred) {
        return new Item(
                item.id(),
                title,
                item.evidence(),
                spec,
                rows.gate(item.evidence()).missing(spec),
                deferred,
                item.release(),
                item.version() + 1,
                item.raisedBy(),
                item.raisedAt(),
                now());
    }

    private Optional<Enforced<Item>> change(
            Caller caller,
            ActionId action,
            ItemId id,
            int version,
            Optional<String> reason,
            UnaryOperator<Item> change) {
        if (!desk.isHere(caller.tenant()) || rows.find(caller.tenant(), id).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(enforcement.perform(on(caller, action, id), () -> {
            var before = rows.find(caller.tenant(), id).orElseThrow();
            before.release().ifPresent(RoadmapChanges::refuseLocked);
            requireVersion(before.version() == version);
            var after = change.apply(before);
            requireVersion(rows.change(caller.tenant(), after));
            return effect(after, reason);
        }));
    }

    private static void refuseLocked(Release release) {
        throw new ChangeFailure(
                "locked", "The item is in " + release + ", which is locked. Raise a new item for what comes after.");
    }

    private static void requireVersion(boolean same) {
        require(same, "changed-meanwhile", "The item was changed meanwhile. Look at it again.");
    }

    private static Effect<Item> effect(Item item, Optional<String> reason) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("version", (long) item.version());
        facts.put("state", item.state().name().toLowerCase(Locale.ROOT));
        facts.put("missing", (long) item.missing().size());
        item.evidence()
                .ifPresent(evidence -> facts.put("evidence", evidence.digest().hex()));
        var disclosed = new HashMap<String, String>();
        disclosed.put("title", item.title());
        reason.ifPresent(words -> disclosed.put("reason", words));
        return Effect.of(item, Subject.atVersion(ITEM, item.id().value(), item.version()))
                .withFacts(facts)
                .withDisclosures(disclosed);
    }

    private static GovernedAction on(Caller caller, ActionId action, ItemId id) {
        return GovernedAction.of(caller, action, ResourceRef.of(ITEM, id.value()));
    }

    private void requireHere(Caller caller) {
        require(desk.isHere(caller.tenant()), "not-here", "The roadmap belongs to the tenant platform. Sign in there.");
    }

    private static void requireTitle(String title) {
        require(
                !title.isBlank() && title.length() <= LONGEST_TITLE,
                "bad-title",
                "A title has 1 to " + LONGEST_TITLE + " characters.");
    }

    private static void requireSpec(Spec spec) {
        for (var lines : List.of(spec.actions(), spec.tests(), spec.acceptance())) {
            require(lines.size() <= MOST_LINES, "too-many-lines", "Write at most " + MOST_LINES + " lines each.");
            lines.forEach(RoadmapChanges::requireText);
        }
        List.of(spec.policyPlan(), spec.flag(), spec.signal(), spec.wayBack()).forEach(RoadmapChanges::requireText);
    }

    private static void requireText(String text) {
        require(
                text.length() <= LONGEST_TEXT,
                "text-too-long",
                "A text or line has at most " + LONGEST_TEXT + " characters. Shorten it.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static void require(boolean condition, String code, String message) {
        if (!condition) {
            throw new ChangeFailure(code, message);
        }
    }
}
