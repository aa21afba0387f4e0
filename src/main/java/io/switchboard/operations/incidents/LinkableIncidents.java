package io.switchboard.operations.incidents;

import io.switchboard.kernel.Caller;
import io.switchboard.operations.entities.LinkableThings;
import io.switchboard.operations.entities.LinkedThing;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Incidents as entities are linked to them. */
@Component
class LinkableIncidents implements LinkableThings {

    private final IncidentDesk desk;
    private final Incidents incidents;

    LinkableIncidents(IncidentDesk desk, Incidents incidents) {
        this.desk = desk;
        this.incidents = incidents;
    }

    @Override
    public String kind() {
        return Incident.KIND;
    }

    @Override
    public String word() {
        return "Incident";
    }

    @Override
    public String keyWord() {
        return "number";
    }

    @Override
    public boolean mayView(Caller caller) {
        return desk.againstViewing(caller).isEmpty();
    }

    @Override
    public Optional<LinkedThing> find(Caller caller, String key) {
        return incidents
                .findByKey(caller.tenant(), key)
                .map(incident -> new LinkedThing(
                        kind(),
                        incident.id().value(),
                        incident.key(),
                        incident.title(),
                        incident.version(),
                        "incidents/" + incident.id()));
    }
}
