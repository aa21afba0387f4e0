package io.switchboard.operations.imports.schedules;

import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Sha256;
import java.util.HashMap;
import java.util.Map;

/** The one governed action on schedules, which operation it was, and what it leaves in its receipt. */
final class ScheduleActions {

    static final ActionId SCHEDULE = new ActionId("imports.schedule");

    private ScheduleActions() {}

    /** {@code operation}: create, change, pause, resume, delete or run. */
    static GovernedAction of(Caller caller, ScheduleId id, String kind, String operation) {
        return GovernedAction.of(caller, SCHEDULE, new ResourceRef("ImportSchedule", id.value(), Map.of("kind", kind)))
                .withContext(Map.of("operation", operation));
    }

    /** The address may name people, so it is disclosed and not stated; nothing here is secret. */
    static Effect<ImportSchedule> effect(ImportSchedule schedule, String operation) {
        var facts = new HashMap<String, Object>();
        facts.put("operation", operation);
        facts.put("kind", schedule.kind());
        facts.put("every", schedule.every().toSeconds());
        facts.put("onPlan", schedule.onPlan().wire());
        facts.put("access", schedule.source().access().wire());
        schedule.mapping().ifPresent(mapping -> facts.put("mapping", mapping.value()));
        return Effect.of(schedule, new Subject("import-schedule", schedule.id().value(), digest(schedule)))
                .withFacts(facts)
                .withDisclosures(Map.of(
                        "name", schedule.name(), "address", schedule.source().shown()));
    }

    /** Of what was set, without secrets. */
    private static Sha256 digest(ImportSchedule schedule) {
        return Sha256.of(String.join(
                "\n",
                schedule.name(),
                schedule.kind(),
                schedule.source().shown(),
                schedule.source().access().wire(),
                schedule.mapping().map(Object::toString).orElse(""),
                schedule.every().toString(),
                schedule.onPlan().wire(),
                String.valueOf(schedule.paused())));
    }
}
