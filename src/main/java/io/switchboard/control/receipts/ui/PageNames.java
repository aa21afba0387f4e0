package io.switchboard.control.receipts.ui;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.TenantId;
import java.util.HashMap;
import java.util.Map;

/** Who is who on one page: everybody is looked up once. */
final class PageNames {

    private final Map<Actor, String> known = new HashMap<>();
    private final ActorNames names;
    private final TenantId tenant;

    PageNames(ActorNames names, TenantId tenant) {
        this.names = names;
        this.tenant = tenant;
    }

    String of(Actor actor) {
        return known.computeIfAbsent(actor, one -> names.of(tenant, one));
    }

    /** Of an actor who is somebody and not something; the id may come from anywhere. */
    String ofMember(String id) {
        try {
            return of(new Actor(Actor.Type.USER, id));
        } catch (IllegalArgumentException e) {
            return id;
        }
    }
}
