package io.switchboard.operations.feedback;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.flags.FlagDesk;
import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.tenancy.PlatformTenant;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * The issues of all tenants, ranked, for the platform's PM. It belongs to the tenant {@code platform}: in any other tenant's name there is nothing here. Looking leaves no receipt and shows
 * no words of a sender; every change is governed.
 */
@Service
public class Board {

    public static final ActionId VIEW = new ActionId("feedback.view-board");
    public static final ActionId TRIAGE = new ActionId("feedback.triage");
    public static final ActionId MOVE = new ActionId("feedback.move");
    public static final ActionId ASSIGN = new ActionId("feedback.assign");
    public static final ActionId DESCRIBE = new ActionId("feedback.describe");
    public static final ActionId PAUSE = new ActionId("feedback.pause");
    public static final ActionId RESUME = new ActionId("feedback.resume");
    public static final ActionId MERGE = new ActionId("feedback.merge");

    public static final int LONGEST_REASON = 500;
    public static final int LONGEST_TITLE = 200;

    static final String RESOURCE = "Issue";

    private static final int MOST = 200;
    private static final int MOST_ALIKE = 20;

    private final EnforcementPoint enforcement;
    private final Viewing viewing;
    private final Issues issues;
    private final Submissions submissions;
    private final Members members;
    private final PlatformTenant platform;
    private final Clock clock;
    private final Predicate<String> isFlag;

    @Autowired
    Board(
            EnforcementPoint enforcement,
            Viewing viewing,
            Issues issues,
            Submissions submissions,
            Members members,
            PlatformTenant platform,
            Clock clock,
            FlagDesk flags) {
        this(enforcement, viewing, issues, submissions, members, platform, clock, flags::isDefined);
    }

    Board(
            EnforcementPoint enforcement,
            Viewing viewing,
            Issues issues,
            Submissions submissions,
            Members members,
            PlatformTenant platform,
            Clock clock,
            Predicate<String> isFlag) {
        this.enforcement = enforcement;
        this.viewing = viewing;
        this.issues = issues;
        this.submissions = submissions;
        this.members = members;
        this.platform = platform;
        this.clock = clock;
        this.isFlag = isFlag;
    }

    /** Whether this tenant has a board at all. */
    public boolean isHere(TenantId tenant) {
        return platform.is(tenant);
    }

    /** The decision that stands against looking; empty for whoever may. */
    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, RESOURCE);
    }

    /** By rank, at most 200. Without states: what is neither resolved nor declined. */
    public List<Issue> ranked(Caller caller, Set<IssueState> states) {
        viewing.require(caller, VIEW, RESOURCE);
        var wanted = states.isEmpty() ? EnumSet.of(IssueState.NEW, IssueState.TRIAGED) : states;
        return isHere(caller.tenant()) ? issues.ranked(wanted, MOST) : List.of();
    }

    public Optional<Issue> find(Caller caller, IssueId id) {
        viewing.require(caller, VIEW, RESOURCE);
        return isHere(caller.tenant()) ? issues.find(id) : Optional.empty();
    }

    /** Likely duplicates: from the same screen, action and rule. */
    public List<Issue> alike(Caller caller, Issue issue) {
        viewing.require(caller, VIEW, RESOURCE);
        return isHere(caller.tenant()) ? issues.alike(issue, MOST_ALIKE) : List.of();
    }

    /** What the issue is about, of every tenant, without senders and their words. */
    public List<Context> contexts(Caller caller, IssueId id) {
        viewing.require(caller, VIEW, RESOURCE);
        return isHere(caller.tenant())
                ? submissions.of(id).stream().map(Context::of).toList()
                : List.of();
    }

    /** To triaged by {@code feedback.triage}, where it was new; any other way by {@code feedback.move}. Senders read the reason. */
    public Optional<Enforced<Issue>> move(Caller caller, IssueId id, IssueState target, String reason) {
        return visible(caller, id).map(seen -> {
            var action = seen.state() == IssueState.NEW && target == IssueState.TRIAGED ? TRIAGE : MOVE;
            return change(caller, action, id, issue -> moved(issue, target, reason.strip()));
        });
    }

    private Step moved(Issue issue, IssueState target, String reason) {
        requireReason(reason, target == IssueState.DECLINED || issue.state().to(target) == EventKind.REOPENED);
        if (!issue.state().next().contains(target)) {
            throw new ChangeFailure(
                    "wrong-state",
                    "An issue that is " + issue.state().wire() + " does not become " + target.wire()
                            + ". Look at it again: somebody may have been quicker.");
        }
        if (target == IssueState.FIXED && !issue.card().missing().isEmpty()) {
            throw new ChangeFailure(
                    "card-incomplete",
                    "The fix card still lacks: "
                            + String.join(", ", issue.card().missing())
                            + ". Fill it in, then close the issue as fixed.",
                    Map.of("missing", (long) issue.card().missing().size()));
        }
        if (target == IssueState.FIXED) {
            requireFlag(issue.card().flag().orElse(""));
        }
        issues.stands(issue.id(), target);
        return new Step(issue.state().to(target), reason, Map.of("state", target.wire()));
    }

    /** A fix goes live behind a flag, so the flag has to be there. */
    private void requireFlag(String flag) {
        if (!isFlag.test(flag)) {
            throw new ChangeFailure(
                    "unknown-flag",
                    "The fix card names the flag " + flag
                            + ", which does not exist. Name one of the page Flags, or have it made there.");
        }
    }

    public Optional<Enforced<Issue>> pause(Caller caller, IssueId id, String reason) {
        return visible(caller, id)
                .map(_ -> change(caller, PAUSE, id, issue -> {
                    requireReason(reason.strip(), true);
                    requireClock(issue, false);
                    return new Step(EventKind.PAUSED, reason.strip(), Map.of());
                }));
    }

    public Optional<Enforced<Issue>> resume(Caller caller, IssueId id) {
        return visible(caller, id)
                .map(_ -> change(caller, RESUME, id, issue -> {
                    requireClock(issue, true);
                    return new Step(EventKind.RESUMED, "", Map.of());
                }));
    }

    /** A running clock can be paused, a paused one resumed. */
    private void requireClock(Issue issue, boolean paused) {
        var fits = issue.clock(clock.instant())
                .current()
                .filter(round -> round.pausedSince().isPresent() == paused);
        if (fits.isEmpty()) {
            throw new ChangeFailure(
                    "wrong-clock",
                    paused
                            ? "The clock of this issue is not paused, so it cannot be resumed."
                            : "Only a clock that runs can be paused: from triage until mitigated or fixed.");
        }
    }

    /** The owner is a member of the platform, or nobody. */
    public Optional<Enforced<Issue>> assign(Caller caller, IssueId id, Optional<MemberId> owner) {
        return visible(caller, id)
                .map(_ -> change(caller, ASSIGN, id, issue -> {
                    owner.ifPresent(this::requireMember);
                    issues.owned(id, owner);
                    var facts = owner.<Map<String, Object>>map(member -> Map.of("owner", member.value()));
                    return new Step(EventKind.OWNED, "", facts.orElse(Map.of()));
                }));
    }

    private void requireMember(MemberId owner) {
        if (members.find(platform.id(), owner).isEmpty()) {
            throw new ChangeFailure("unknown-owner", "The owner is no member of the platform. Choose one who is.");
        }
    }

    public Optional<Enforced<Issue>> describe(Caller caller, IssueId id, String title, FixCard card) {
        return visible(caller, id)
                .map(_ -> change(caller, DESCRIBE, id, issue -> {
                    requireWords(title.strip(), card);
                    issues.described(id, title.strip(), card);
                    return new Step(EventKind.CARD, "", Map.of("missing", (long)
                            card.missing().size()));
                }));
    }

    private static void requireWords(String title, FixCard card) {
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new ChangeFailure("bad-title", "A title has 1 to " + LONGEST_TITLE + " characters.");
        }
        if (!card.tooLong().isEmpty()) {
            throw new ChangeFailure(
                    "too-long",
                    "Longer than the card takes (" + FixCard.LONGEST + " characters, the flag " + FixCard.LONGEST_FLAG
                            + "): " + String.join(", ", card.tooLong()) + ". Shorten it.");
        }
    }

    /** The issue becomes part of {@code target}, with all its submissions. A clock that runs is not lost in an issue that has none yet. */
    public Optional<Enforced<Issue>> merge(Caller caller, IssueId id, IssueId target) {
        return visible(caller, id)
                .flatMap(_ -> visible(caller, target))
                .map(_ -> change(caller, MERGE, id, issue -> merged(caller, issue, target)));
    }

    private Step merged(Caller caller, Issue issue, IssueId target) {
        var into = issues.lock(target).orElseThrow();
        if (issue.id().equals(target) || into.mergedInto().isPresent()) {
            throw new ChangeFailure(
                    "not-mergeable", "An issue merges into another that stands for itself. Choose a different one.");
        }
        if (issue.state() != IssueState.NEW && into.state() == IssueState.NEW) {
            throw new ChangeFailure(
                    "clock-lost",
                    "The other issue has not been triaged, so this one's clock would be lost. Merge the other into this one, or triage it first.");
        }
        issues.merged(issue.id(), target);
        issues.append(target, EventKind.TOOK, Optional.of(issue.id().value()), caller.actor(), clock.instant());
        return new Step(EventKind.MERGED, target.value(), Map.of("into", target.value()));
    }

    private Optional<Issue> visible(Caller caller, IssueId id) {
        return isHere(caller.tenant()) ? issues.find(id) : Optional.empty();
    }

    private Enforced<Issue> change(Caller caller, ActionId action, IssueId id, Function<Issue, Step> change) {
        return enforcement
                .perform(
                        GovernedAction.of(caller, action, ResourceRef.of(RESOURCE, id.value())),
                        () -> changed(caller, id, change))
                .map(issue -> issues.find(issue.id()).orElse(issue));
    }

    private Effect<Issue> changed(Caller caller, IssueId id, Function<Issue, Step> change) {
        var issue = issues.lock(id).orElseThrow();
        requireApart(issue);
        var step = change.apply(issue);
        var event = issues.append(id, step.kind(), step.detail(), caller.actor(), clock.instant());
        var facts = new HashMap<>(step.facts());
        facts.put("event", event.kind().wire());
        return Effect.of(issues.find(id).orElseThrow(), Subject.atVersion(RESOURCE, id.value(), event.sequence()))
                .withFacts(facts)
                .withDisclosures(step.detail()
                        .<Map<String, String>>map(reason -> Map.of("reason", reason))
                        .orElse(Map.of()));
    }

    private static void requireApart(Issue issue) {
        issue.mergedInto().ifPresent(into -> {
            throw new ChangeFailure(
                    "merged-already",
                    "This issue was merged and is part of " + into.value() + " now. Change that one.");
        });
    }

    private static void requireReason(String reason, boolean needed) {
        if (reason.length() > LONGEST_REASON || (needed && reason.isEmpty())) {
            throw new ChangeFailure("no-reason", "Say why in 1 to " + LONGEST_REASON + " characters.");
        }
    }

    /** What a change came to: the event that it is, and what the receipt says. */
    private record Step(EventKind kind, Optional<String> detail, Map<String, Object> facts) {

        Step(EventKind kind, String detail, Map<String, Object> facts) {
            this(kind, Optional.of(detail).filter(text -> !text.isEmpty()), facts);
        }
    }
}
