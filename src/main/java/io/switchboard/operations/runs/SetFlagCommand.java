package io.switchboard.operations.runs;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.flags.CohortKey;
import io.switchboard.control.flags.Flag;
import io.switchboard.control.flags.FlagChanges;
import io.switchboard.control.flags.FlagDesk;
import io.switchboard.control.flags.FlagKey;
import io.switchboard.control.flags.Rule;
import io.switchboard.control.flags.Target;
import io.switchboard.control.flags.Variant;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.tenancy.Tenants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sets one rule of a flag, or takes it away. Undone by what it was before. */
@Component
class SetFlagCommand implements Command {

    static final String ID = "flag.set";

    private static final String NONE = "none";
    private static final List<String> TARGETS = List.of("tenant", "cohort", "percent");

    private final EnforcementPoint enforcement;
    private final FlagDesk desk;
    private final FlagChanges changes;
    private final Tenants tenants;

    SetFlagCommand(EnforcementPoint enforcement, FlagDesk desk, FlagChanges changes, Tenants tenants) {
        this.enforcement = enforcement;
        this.desk = desk;
        this.changes = changes;
        this.tenants = tenants;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Set a flag";
    }

    @Override
    public String sentence() {
        return "Switches a flag on or off for a tenant or a cohort, on for a share of tenants, or takes that rule away. In the platform’s own tenant only.";
    }

    @Override
    public String blastRadius() {
        return "What the flag switches, for the tenants that the rule is about, within two seconds. Rolled back, the rule is what it was.";
    }

    @Override
    public boolean isIdempotent() {
        return true;
    }

    @Override
    public List<Input> inputs() {
        return List.of(
                Input.required("flag", "Key of the flag"),
                Input.choice("value", "Value", true, Variant.ON, Variant.OFF, NONE),
                Input.optional("tenant", "For a tenant: its address, such as globex"),
                Input.optional("cohort", "Or for a cohort: its key"),
                Input.optional("percent", "Or on for a share of tenants: 0 to 100"));
    }

    @Override
    public boolean isOffered(Caller caller) {
        return desk.isHere(caller.tenant());
    }

    @Override
    public Enforced<Map<String, String>> run(Invocation invocation) {
        try {
            return set(invocation, flag(invocation), target(invocation.inputs()));
        } catch (ChangeFailure failure) {
            return enforcement.perform(action(invocation), () -> {
                throw failure;
            });
        }
    }

    private static GovernedAction action(Invocation invocation) {
        var key = Optional.of(invocation.text("flag")).filter(FlagKey::isValid).orElse("unknown");
        var action = GovernedAction.of(invocation.caller(), FlagChanges.CHANGE, ResourceRef.of("Flag", key));
        return invocation.parent().map(action::withParent).orElse(action);
    }

    private Flag flag(Invocation invocation) {
        return Optional.of(invocation.text("flag"))
                .filter(FlagKey::isValid)
                .filter(_ -> desk.againstViewing(invocation.caller()).isEmpty())
                .flatMap(key -> desk.now(invocation.caller()).find(new FlagKey(key)))
                .orElseThrow(() -> new ChangeFailure(
                        "unknown-flag", "There is no such flag in this tenant. Flags belong to the tenant platform."));
    }

    private Target target(Map<String, String> inputs) {
        var given = TARGETS.stream()
                .filter(name -> !inputs.getOrDefault(name, "").isBlank())
                .toList();
        if (given.size() != 1) {
            throw new ChangeFailure("bad-target", "Name either a tenant, a cohort or a percentage, and one of them.");
        }
        var text = inputs.getOrDefault(given.getFirst(), "");
        return switch (given.getFirst()) {
            case "tenant" -> tenant(text);
            case "cohort" ->
                CohortKey.isValid(text)
                        ? new Target.InCohort(new CohortKey(text))
                        : fail("unknown-cohort", CohortKey.SYNTAX);
            default ->
                text.matches("[0-9]{1,2}|100")
                        ? new Target.Share(Integer.parseInt(text))
                        : fail("bad-share", "A share is a whole number of percent from 0 to 100.");
        };
    }

    private Target tenant(String slug) {
        return Optional.of(slug)
                .filter(Slug::isValid)
                .flatMap(valid -> tenants.findBySlug(new Slug(valid)))
                .<Target>map(tenant -> new Target.OneTenant(tenant.id()))
                .orElseThrow(() -> new ChangeFailure("unknown-tenant", "There is no tenant " + slug + "."));
    }

    private static Target fail(String code, String sentence) {
        throw new ChangeFailure(code, sentence);
    }

    private Enforced<Map<String, String>> set(Invocation invocation, Flag flag, Target target) {
        var value = invocation.text("value");
        if (target instanceof Target.Share && value.equals(Variant.OFF)) {
            throw new ChangeFailure("bad-value", "A share is on, or none. Take it away with none.");
        }
        var wanted = new Rule(target, !value.equals(Variant.OFF));
        var before = flag.rules().stream().filter(rule -> isAbout(wanted, rule)).findFirst();
        var rules = rules(flag.rules(), wanted, value);
        var outputs = outputs(flag, before, value);
        return rules.equals(flag.rules())
                ? enforcement.perform(action(invocation), () -> Effect.of(outputs))
                : changes.rule(invocation.caller(), flag.key(), flag.version(), rules, "By the command " + ID + ".")
                        .orElseThrow()
                        .map(_ -> outputs);
    }

    /** A tenant or cohort has one rule, and there is one share that switches on. */
    private static boolean isAbout(Rule wanted, Rule rule) {
        return wanted.replaces(rule);
    }

    private static List<Rule> rules(List<Rule> now, Rule wanted, String value) {
        var rules = new ArrayList<Rule>();
        boolean placed = value.equals(NONE);
        for (var rule : now) {
            if (!isAbout(wanted, rule)) {
                rules.add(rule);
            } else if (!placed) {
                rules.add(wanted);
                placed = true;
            }
        }
        if (!placed) {
            rules.add(wanted);
        }
        return rules;
    }

    private static Map<String, String> outputs(Flag flag, Optional<Rule> before, String value) {
        var outputs = new HashMap<String, String>();
        outputs.put("flag", flag.key().value());
        outputs.put("value", value);
        outputs.put("before", before.map(rule -> Variant.of(rule.serve())).orElse(NONE));
        before.map(Rule::target)
                .filter(Target.Share.class::isInstance)
                .map(Target.Share.class::cast)
                .ifPresent(share -> outputs.put("percentBefore", String.valueOf(share.percent())));
        outputs.put(
                "says",
                "The rule of " + flag.key() + " is " + value + "; it was " + outputs.get("before") + " before.");
        return outputs;
    }

    /** What it was before. */
    @Override
    public Optional<Undo> undo(Map<String, String> inputs, Map<String, String> outputs) {
        var back = new HashMap<>(inputs);
        back.put("value", outputs.getOrDefault("before", NONE));
        Optional.ofNullable(outputs.get("percentBefore")).ifPresent(percent -> back.put("percent", percent));
        return Optional.of(new Undo(ID, back));
    }
}
