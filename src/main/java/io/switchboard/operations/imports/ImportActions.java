package io.switchboard.operations.imports;

import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import java.util.Map;
import java.util.TreeMap;

/** The governed actions on imports, and what each leaves in its receipt. */
final class ImportActions {

    static final ActionId VIEW = new ActionId("imports.view");
    private static final ActionId PLAN = new ActionId("imports.plan");
    private static final ActionId COMMIT = new ActionId("imports.commit");
    private static final ActionId DISCARD = new ActionId("imports.discard");

    private static final ActionId SAVE_MAPPING = new ActionId("imports.save-mapping");
    private static final ActionId DELETE_MAPPING = new ActionId("imports.delete-mapping");

    /** A receipt has no room for more facts than some dozens. */
    private static final int MOST_REASONS = 40;

    private ImportActions() {}

    /** Whether an allowed action of this name has changed the import that its receipt is about. */
    static boolean changes(ActionId action) {
        return action.equals(PLAN) || action.equals(COMMIT) || action.equals(DISCARD);
    }

    static GovernedAction view(Caller caller) {
        return GovernedAction.of(caller, VIEW, ResourceRef.of("Import", "all"));
    }

    static GovernedAction upload(Caller caller, String kind, ImportId id) {
        return GovernedAction.of(caller, PLAN, new ResourceRef("Import", id.value(), Map.of("kind", kind)));
    }

    static GovernedAction plan(Caller caller, ImportPlan plan) {
        return child(GovernedAction.of(caller, PLAN, resource(plan)), plan);
    }

    static GovernedAction commit(Caller caller, ImportPlan plan) {
        return child(GovernedAction.of(caller, COMMIT, resource(plan)), plan);
    }

    static GovernedAction discard(Caller caller, ImportPlan plan) {
        return child(GovernedAction.of(caller, DISCARD, resource(plan)), plan);
    }

    static GovernedAction saveMapping(Caller caller, SavedMapping saved) {
        return GovernedAction.of(caller, SAVE_MAPPING, resource(saved));
    }

    static GovernedAction deleteMapping(Caller caller, SavedMapping saved) {
        return GovernedAction.of(caller, DELETE_MAPPING, resource(saved));
    }

    private static ResourceRef resource(SavedMapping saved) {
        return new ResourceRef("ImportMapping", saved.id().value(), Map.of("kind", saved.kind()));
    }

    /** The name is a person's words, so it is disclosed and not stated. */
    static Effect<SavedMapping> effect(SavedMapping saved) {
        return Effect.of(saved, new Subject("import-mapping", saved.id().value(), saved.digest()))
                .withFacts(
                        Map.of("kind", saved.kind(), "fields", saved.mapping().size()))
                .withDisclosures(Map.of("name", saved.name()));
    }

    private static GovernedAction child(GovernedAction action, ImportPlan plan) {
        return plan.receipt().map(action::withParent).orElse(action);
    }

    private static ResourceRef resource(ImportPlan plan) {
        return new ResourceRef("Import", plan.id().value(), Map.of("kind", plan.kind()));
    }

    static Effect<ImportPlan> effect(ImportPlan plan, ImportCounts counts) {
        return Effect.of(
                        plan,
                        new Subject("import", plan.id().value(), plan.source().digest()))
                .withFacts(facts(plan, counts))
                .withDisclosures(Map.of("file", plan.source().name()));
    }

    /** What a dry run came to: with the reasons of its rejects. */
    static Effect<ImportPlan> effect(ImportPlan plan, ImportCounts counts, Reasons reasons) {
        var effect = effect(plan, counts);
        var facts = new TreeMap<>(effect.facts());
        reasons.rows().entrySet().stream()
                .limit(MOST_REASONS)
                .forEach(reason -> facts.put("reject." + reason.getKey(), reason.getValue()));
        return effect.withFacts(facts);
    }

    private static Map<String, Object> facts(ImportPlan plan, ImportCounts counts) {
        var facts = new TreeMap<String, Object>(Map.of(
                "kind", plan.kind(),
                "source", plan.source().digest().hex(),
                "read", counts.read(),
                "create", counts.create(),
                "update", counts.update(),
                "remove", counts.remove(),
                "unchanged", counts.unchanged(),
                "reject", counts.reject(),
                "conflict", counts.conflict(),
                "held", counts.held()));
        facts.put("conflictMode", plan.conflictMode().wire());
        plan.reverts().ifPresent(reverted -> facts.put("reverts", reverted.value()));
        return facts;
    }
}
