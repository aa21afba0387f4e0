package io.switchboard.insight.isolation;

import io.switchboard.kernel.Caller;
import io.switchboard.operations.entities.Entities;
import io.switchboard.operations.entities.Entity;
import io.switchboard.operations.entities.EntityFilter;
import io.switchboard.operations.imports.ImportId;
import io.switchboard.operations.imports.ImportService;
import io.switchboard.operations.imports.Upload;
import io.switchboard.operations.incidents.Incidents;
import io.switchboard.operations.runbooks.RunbookDesk;
import io.switchboard.operations.runbooks.RunbookFilter;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An import that waits, and an incident, a runbook and an entity that came by imports, as a tenant's own would. */
@Component
class CanaryImports implements CanaryThing {

    private static final String PEOPLE = "user_name,given_name,family_name,roles\nzoe,Zoe,Quill,operator\n";
    private static final String INCIDENTS = "number,title,state\nCANARY-1,A canary’s incident,new\n";
    private static final String RUNBOOK =
            "runbook: 1\nid: canary\ntitle: Canary\nsteps: [{id: a, type: manual, with: {instruction: Sing}}]\n";
    private static final String ENTITIES = "id,type,title\ncanary,service,Canary\n";

    private final ImportService imports;
    private final Incidents incidents;
    private final RunbookDesk runbooks;
    private final Entities entities;

    CanaryImports(ImportService imports, Incidents incidents, RunbookDesk runbooks, Entities entities) {
        this.imports = imports;
        this.incidents = incidents;
        this.runbooks = runbooks;
        this.entities = entities;
    }

    @Override
    public Set<String> names() {
        return Set.of("import", "subjectType", "subjectId", "incident", "runbook", "entity");
    }

    @Override
    public Map<String, String> make(Caller owner) {
        var waiting = planned(owner, "identities", PEOPLE).value();
        return Map.of(
                "import",
                waiting,
                "subjectType",
                "import",
                "subjectId",
                waiting,
                "incident",
                incident(owner),
                "runbook",
                runbook(owner),
                "entity",
                entity(owner));
    }

    private String incident(Caller owner) {
        if (incidents.findByKey(owner.tenant(), "CANARY-1").isEmpty()) {
            committed(owner, "incidents", INCIDENTS);
        }
        return incidents
                .findByKey(owner.tenant(), "CANARY-1")
                .orElseThrow()
                .id()
                .value();
    }

    private String runbook(Caller owner) {
        var filter = new RunbookFilter(Optional.empty(), Optional.of("canary"));
        if (runbooks.list(owner, filter, Optional.empty(), 1).items().isEmpty()) {
            committed(owner, "runbooks", RUNBOOK);
        }
        return runbooks.list(owner, filter, Optional.empty(), 1)
                .items()
                .getFirst()
                .id()
                .value();
    }

    private String entity(Caller owner) {
        if (found(owner).isEmpty()) {
            committed(owner, "entities", ENTITIES);
        }
        return found(owner).getFirst().id().value();
    }

    private List<Entity> found(Caller owner) {
        return entities.page(owner, EntityFilter.ALL, Optional.empty(), 1).items();
    }

    private void committed(Caller owner, String kind, String file) {
        Made.of(imports.commit(owner, planned(owner, kind, file)).orElseThrow());
    }

    private ImportId planned(Caller owner, String kind, String file) {
        var content = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        if (!(imports.upload(owner, kind, "canary", content) instanceof Upload.Accepted accepted)) {
            throw new IllegalStateException("A canary's file of " + kind + " was not taken.");
        }
        var id = accepted.plan().id();
        Made.of(imports.plan(owner, id, Map.of()).orElseThrow());
        return id;
    }
}
