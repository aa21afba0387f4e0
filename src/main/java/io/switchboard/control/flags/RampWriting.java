package io.switchboard.control.flags;

import io.switchboard.control.approvals.TicketId;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Sha256;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Inside a governed change of a ramp: the event, the flag's rules where they become others, and what the receipt says about both. */
@Component
class RampWriting {

    private final RampRows ramps;
    private final FlagRows flags;
    private final Clock clock;

    RampWriting(RampRows ramps, FlagRows flags, Clock clock) {
        this.ramps = ramps;
        this.flags = flags;
        this.clock = clock;
    }

    /** What happens to a ramp, and more that the receipt says. */
    record Move(
            RampEvent.Kind kind,
            int step,
            String code,
            String says,
            Optional<TicketId> ticket,
            Optional<Instant> asOf,
            Map<String, Object> facts) {

        static Move of(RampEvent.Kind kind, int step, String code, String says) {
            return new Move(kind, step, code, says, Optional.empty(), Optional.empty(), Map.of());
        }

        Move asOf(Instant when) {
            return new Move(kind, step, code, says, ticket, Optional.of(when), facts);
        }

        Move with(TicketId asked) {
            return new Move(kind, step, code, says, Optional.of(asked), asOf, facts);
        }

        Move with(Map<String, Object> more) {
            return new Move(kind, step, code, says, ticket, asOf, more);
        }
    }

    Effect<Ramp> planned(FlagKey key, int version, RampPlan plan, String reason, Actor by) {
        var now = locked();
        var flag = flags.flag(key).orElseThrow();
        FlagChanges.require(
                flag.version() == version,
                "changed-meanwhile",
                "The flag was changed meanwhile: it is at version " + flag.version() + ", this was made for " + version
                        + ". Look at it again.");
        FlagChanges.require(
                ramps.active(key).isEmpty(), "ramp-runs", "A ramp of this flag is active. Let it end or roll it back.");
        int number = ramps.latest(key).map(ramp -> ramp.number() + 1).orElse(1);
        var first = event(0, Move.of(RampEvent.Kind.PLANNED, -1, "", reason), by, now);
        var ramp = new Ramp(key, number, plan, plan.startsAt().orElse(now), flag.rules(), List.of(first));
        ramps.add(ramp);
        var facts = facts(ramp);
        facts.put("plan", "sha256:" + Sha256.of(plan.code()));
        plan.guardrail().ifPresent(it -> facts.put("signal", it.signal()));
        plan.guardrail().ifPresent(it -> facts.put("bound", Judgement.text(it.bound())));
        return effect(ramp, flag, facts, Map.of("plan", plan.code()), reason);
    }

    /** Refused where somebody else was quicker. */
    Effect<Ramp> moved(Ramp seen, Move move, Actor by) {
        var now = locked();
        var ramp = ramps.latest(seen.flag()).orElseThrow();
        FlagChanges.require(
                ramp.number() == seen.number()
                        && ramp.events().size() == seen.events().size(),
                "moved-meanwhile",
                "Something happened to the ramp meanwhile. Look at it again.");
        var after = with(ramp, event(ramp.events().size(), move, by, now));
        ramps.append(after);
        var facts = facts(after);
        facts.putAll(move.facts());
        return changed(after, move, facts, by, now);
    }

    private Effect<Ramp> changed(Ramp ramp, Move move, Map<String, Object> facts, Actor by, Instant now) {
        var before = flags.flag(ramp.flag()).orElseThrow();
        var after = setsRules(move.kind()) ? before.ruled(RampRules.at(ramp, ramp.step(), before.rules())) : before;
        if (after.equals(before)) {
            return effect(ramp, before, facts, Map.of(), move.says());
        }
        var next = after.next(now);
        flags.write(next, ChangeKind.RAMPED, Optional.of(words(ramp, move)), by);
        var differences = Difference.between(Optional.of(before), next);
        facts.putAll(Difference.facts(differences));
        return effect(ramp, next, facts, Map.of("diff", Difference.text(differences)), move.says());
    }

    private static boolean setsRules(RampEvent.Kind kind) {
        return switch (kind) {
            case BEGAN, JUMPED, BACK -> true;
            case PLANNED, HELD, PAUSED, RESUMED, ENDED -> false;
        };
    }

    /** For the flag's history. */
    private static String words(Ramp ramp, Move move) {
        var said = "Ramp " + ramp.number()
                + (ramp.step() < 0
                        ? " rolled back"
                        : ", step " + (ramp.step() + 1) + " of "
                                + ramp.plan().steps().size())
                + (move.says().isEmpty() ? "" : ": " + move.says());
        return said.length() <= FlagChanges.LONGEST_REASON
                ? said
                : said.substring(0, said.offsetByCodePoints(0, FlagChanges.LONGEST_REASON / 2)) + "…";
    }

    private static Effect<Ramp> effect(
            Ramp ramp, Flag flag, Map<String, Object> facts, Map<String, String> words, String says) {
        var disclosed = new HashMap<>(words);
        if (!says.isEmpty()) {
            disclosed.put("reason", says);
        }
        return Effect.of(ramp, Subject.atVersion(FlagChanges.FLAG, flag.name(), flag.version()))
                .withFacts(facts)
                .withDisclosures(disclosed);
    }

    private static Map<String, Object> facts(Ramp ramp) {
        var facts = new HashMap<String, Object>();
        facts.put("ramp", (long) ramp.number());
        facts.put("event", ramp.last().kind().wire());
        facts.put("state", ramp.state().wire());
        facts.put("step", ramp.step() + 1L);
        facts.put("steps", (long) ramp.plan().steps().size());
        if (!ramp.last().code().isEmpty()) {
            facts.put("because", ramp.last().code());
        }
        return facts;
    }

    private static Ramp with(Ramp ramp, RampEvent event) {
        var events = new ArrayList<>(ramp.events());
        events.add(event);
        return new Ramp(ramp.flag(), ramp.number(), ramp.plan(), ramp.startsAt(), ramp.before(), events);
    }

    private static RampEvent event(int sequence, Move move, Actor by, Instant now) {
        return new RampEvent(
                sequence,
                move.kind(),
                move.step(),
                move.code(),
                move.says(),
                move.ticket(),
                move.asOf().orElse(now),
                by,
                now,
                Optional.empty());
    }

    /** Changes take turns, and time does not run backwards. */
    private Instant locked() {
        var now = clock.instant();
        var last = flags.lock(now);
        return last.isAfter(now) ? last : now;
    }
}
