package io.switchboard.control.bundles;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.BundleFiles;
import io.switchboard.control.policy.BundleProblem;
import io.switchboard.control.policy.BundleStatements;
import io.switchboard.control.policy.PolicyNode;
import io.switchboard.control.policy.PolicyVersion;
import io.switchboard.control.policy.PolicyVersions;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.policy.VersionDraft;
import io.switchboard.control.policy.WhatIf;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.platform.tenancy.PlatformTenant;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Versions proposed, put in shadow and withdrawn: each is governed and leaves a receipt with the version's digest. Whatever another version refuses is looked at again here. */
@Service
public class BundleChanges {

    public static final ActionId PROPOSE = new ActionId("policy.propose");
    public static final ActionId SIMULATE = new ActionId("policy.simulate");
    public static final ActionId SHADOW = new ActionId("policy.shadow");
    public static final ActionId ACTIVATE = new ActionId("policy.activate");
    public static final ActionId WITHDRAW = new ActionId("policy.withdraw");

    static final String VERSION = "PolicyVersion";

    private final EnforcementPoint enforcement;
    private final PolicyVersions versions;
    private final BundleStatements statements;
    private final WhatIf whatIf;
    private final Lockout lockout;
    private final PolicyNode node;
    private final PlatformTenant platform;
    private final Clock clock;

    BundleChanges(
            EnforcementPoint enforcement,
            PolicyVersions versions,
            BundleStatements statements,
            WhatIf whatIf,
            Lockout lockout,
            PolicyNode node,
            PlatformTenant platform,
            Clock clock) {
        this.enforcement = enforcement;
        this.versions = versions;
        this.statements = statements;
        this.whatIf = whatIf;
        this.lockout = lockout;
        this.node = node;
        this.platform = platform;
        this.clock = clock;
    }

    /** A new version, which is not in force. Files that are no bundle are not saved; the failure names file and line. */
    public Enforced<PolicyVersion> propose(Caller caller, Proposal proposal) {
        return enforcement.perform(on(caller, PROPOSE, "new"), () -> {
            requireHere(caller);
            requireWords(proposal);
            versions.lock();
            requireUsable(caller, proposal);
            return proposed(proposal, caller.actor());
        });
    }

    private Effect<PolicyVersion> proposed(Proposal proposal, Actor author) {
        var based = versions.find(proposal.basedOn())
                .orElseThrow(() -> new ChangeFailure(
                        "unknown-version",
                        "There is no version " + proposal.basedOn()
                                + " of the policies to change. Choose one of the list."));
        int number = versions.add(
                new VersionDraft(
                        proposal.files(),
                        proposal.title().strip(),
                        proposal.why().strip(),
                        Optional.of(based.number()),
                        author,
                        false),
                clock.instant());
        statements.sign(number);
        var version = versions.find(number).orElseThrow();
        var diff = BundleDiff.between(based.files(), version.files());
        return effect(version)
                .withFacts(facts(
                        version,
                        Map.of(
                                "basedOn", (long) based.number(),
                                "basedOnDigest", based.digest().hex(),
                                "policiesAdded", (long) diff.added().size(),
                                "policiesChanged", (long) diff.changed().size(),
                                "policiesRemoved", (long) diff.removed().size())))
                .withDisclosures(disclosed(version));
    }

    private static Map<String, String> disclosed(PolicyVersion version) {
        var disclosed = new HashMap<String, String>();
        disclosed.put("title", version.title());
        if (!version.why().isEmpty()) {
            disclosed.put("reason", version.why());
        }
        return disclosed;
    }

    /** It cannot become active any more. */
    public Optional<Enforced<PolicyVersion>> withdraw(Caller caller, int number) {
        return change(caller, WITHDRAW, number, version -> {
            require(
                    version.activatedAt().isEmpty(),
                    "was-active",
                    "Version " + number + " was active once and stays, so that one can go back to it.");
            versions.withdraw(number, clock.instant());
            if (versions.standing().isShadow(number)) {
                versions.shadow(Optional.empty(), clock.instant());
            }
            return Map.of();
        });
    }

    /** From now on it is evaluated beside the active one, and whichever was before no longer; or, with {@code on} false, none. */
    public Optional<Enforced<PolicyVersion>> shadow(Caller caller, int number, boolean on) {
        return change(caller, SHADOW, number, version -> {
            var standing = versions.standing();
            require(
                    !standing.isActive(number),
                    "active-already",
                    "Version " + number + " is active; it cannot be its own shadow.");
            require(
                    standing.isShadow(number) != on,
                    "nothing-changed",
                    "Version " + number + (on ? " is in shadow already." : " is not in shadow."));
            versions.shadow(on ? Optional.of(number) : Optional.empty(), clock.instant());
            return Map.of("shadow", on ? "on" : "off");
        });
    }

    /** What it does, and what the receipt says about it. */
    private interface Change {
        Map<String, Object> of(PolicyVersion version);
    }

    private Optional<Enforced<PolicyVersion>> change(Caller caller, ActionId action, int number, Change change) {
        return visible(caller, number)
                .map(_ -> served(enforcement.perform(on(caller, action, String.valueOf(number)), () -> {
                    versions.lock();
                    var version = versions.find(number).orElseThrow();
                    requireNotWithdrawn(version);
                    var more = change.of(version);
                    return effect(versions.find(number).orElseThrow()).withFacts(facts(version, more));
                })));
    }

    Optional<PolicyVersion> visible(Caller caller, int number) {
        return platform.is(caller.tenant()) ? versions.find(number) : Optional.empty();
    }

    private <T> Enforced<T> served(Enforced<T> ended) {
        node.refresh();
        return ended;
    }

    static GovernedAction on(Caller caller, ActionId action, String id) {
        return GovernedAction.of(caller, action, ResourceRef.of(VERSION, id));
    }

    static Effect<PolicyVersion> effect(PolicyVersion version) {
        return Effect.of(version, Subject.atVersion(VERSION, String.valueOf(version.number()), version.number()));
    }

    static Map<String, Object> facts(PolicyVersion version, Map<String, Object> more) {
        var facts = new HashMap<>(more);
        facts.put("version", (long) version.number());
        facts.put("bundleDigest", version.digest().hex());
        return facts;
    }

    private void requireHere(Caller caller) {
        require(platform.is(caller.tenant()), "not-here", "The policies belong to the tenant platform. Sign in there.");
    }

    private static void requireWords(Proposal proposal) {
        require(
                !proposal.title().isBlank() && proposal.title().strip().length() <= VersionDraft.LONGEST_TITLE,
                "bad-title",
                "A version has a title of 1 to " + VersionDraft.LONGEST_TITLE + " characters.");
        require(
                proposal.why().length() <= VersionDraft.LONGEST_WHY,
                "reason-too-long",
                "The reason has at most " + VersionDraft.LONGEST_WHY + " characters. Shorten it.");
    }

    private void requireUsable(Caller caller, Proposal proposal) {
        whatIf.problems(proposal.files()).stream().findFirst().ifPresent(problem -> {
            throw new ChangeFailure("no-bundle", words(problem));
        });
        versions.find(proposal.files().digest()).ifPresent(same -> {
            throw new ChangeFailure(
                    "same-as-before",
                    "Version " + same.number() + " says exactly this already. Use that one, or change something.");
        });
        requireOpen(caller, proposal.files());
    }

    void requireOpen(Caller caller, BundleFiles files) {
        lockout.against(caller.tenant(), files).ifPresent(why -> {
            throw new ChangeFailure("locks-out", why);
        });
    }

    private static String words(BundleProblem problem) {
        return problem.file() + ", line " + problem.line() + ", " + problem.where() + ": " + problem.sentence();
    }

    static void requireNotWithdrawn(PolicyVersion version) {
        require(
                version.isUsable(),
                "withdrawn",
                "Version " + version.number() + " was withdrawn. Propose it again as a new version.");
    }

    static void require(boolean condition, String code, String message) {
        if (!condition) {
            throw new ChangeFailure(code, message);
        }
    }
}
