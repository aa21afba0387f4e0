package io.switchboard.operations.entities;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Which incidents and runbooks have to do with which entities. Each side is shown to whoever may see it; making and removing a link is governed and leaves a receipt. */
@Service
public class EntityLinks {

    static final ActionId LINK = new ActionId("entities.link");
    static final ActionId UNLINK = new ActionId("entities.unlink");

    private static final int MOST = 500;

    private final EnforcementPoint enforcement;
    private final EntityAccess access;
    private final EntityRows entities;
    private final EntityLinkRows rows;
    private final List<LinkableThings> kinds;
    private final Clock clock;

    EntityLinks(
            EnforcementPoint enforcement,
            EntityAccess access,
            EntityRows entities,
            EntityLinkRows rows,
            List<LinkableThings> kinds,
            Clock clock) {
        this.enforcement = enforcement;
        this.access = access;
        this.entities = entities;
        this.rows = rows;
        this.kinds = kinds;
        this.clock = clock;
    }

    /** The kinds of things that the caller may view. */
    public List<LinkableThings> kinds(Caller caller) {
        return kinds.stream().filter(kind -> kind.mayView(caller)).toList();
    }

    /** Of an entity that the caller may read. */
    public List<EntityLink> ofEntity(Caller caller, Entity entity) {
        return rows.ofEntity(caller.tenant(), entity.key()).stream()
                .flatMap(link -> kind(caller, link.kind())
                        .map(kind -> link.with(Optional.of(entity), kind.find(caller, link.thingKey())))
                        .stream())
                .toList();
    }

    /** Those whose entity the caller may read; of one that is gone, its type counts as it was when the link was made. */
    public List<EntityLink> ofThing(Caller caller, String kind, String thingKey) {
        var reading = access.reading(caller);
        var thing = kind(caller, kind).flatMap(it -> it.find(caller, thingKey));
        return rows.ofThing(caller.tenant(), kind, thingKey).stream()
                .map(link -> link.with(entities.findByKey(caller.tenant(), link.entityKey()), thing))
                .filter(link -> reading.of(link.entity().map(Entity::type).orElse(link.entityType())))
                .toList();
    }

    /** Whether a page may offer to link something to entities. */
    public boolean mayLink(Caller caller) {
        return access.mayLink(caller, LINK);
    }

    public Enforced<EntityLink> link(Caller caller, String entityKey, String kind, String thingKey) {
        var entity = readable(caller, entityKey);
        return enforcement.perform(
                action(caller, LINK, entity),
                () -> linked(
                        caller, entity.orElseThrow(() -> unknownEntity(entityKey)), thing(caller, kind, thingKey)));
    }

    private Effect<EntityLink> linked(Caller caller, Entity entity, LinkedThing thing) {
        if (rows.ofEntity(caller.tenant(), entity.key()).size() >= MOST) {
            throw new ChangeFailure(
                    "too-many-links", "An entity has at most " + MOST + " links. Remove some that no longer matter.");
        }
        if (!rows.add(caller.tenant(), entity, thing, clock.instant())) {
            throw new ChangeFailure("already-linked", "The two are linked already. There is nothing to do.");
        }
        var link = rows.find(caller.tenant(), entity.key(), thing.kind(), thing.key())
                .orElseThrow()
                .with(Optional.of(entity), Optional.of(thing));
        return effect(link);
    }

    /** Also where the entity or the thing is gone. */
    public Enforced<EntityLink> unlink(Caller caller, String entityKey, String kind, String thingKey) {
        return enforcement.perform(action(caller, UNLINK, readable(caller, entityKey)), () -> {
            var link = rows.find(caller.tenant(), entityKey, kind, thingKey)
                    .map(found -> filled(caller, found))
                    .filter(found -> access.reading(caller)
                            .of(found.entity().map(Entity::type).orElse(found.entityType())))
                    .orElseThrow(() -> new ChangeFailure(
                            "not-linked", "There is no such link (any more). Reload the page to see those that are."));
            rows.remove(caller.tenant(), entityKey, kind, thingKey);
            return effect(link);
        });
    }

    private EntityLink filled(Caller caller, EntityLink link) {
        return link.with(
                entities.findByKey(caller.tenant(), link.entityKey()),
                kind(caller, link.kind()).flatMap(kind -> kind.find(caller, link.thingKey())));
    }

    /** Keys come from files and may say more than an id, so the receipt names what has an id by it, and else discloses the key. */
    private static Effect<EntityLink> effect(EntityLink link) {
        var subjects = Stream.concat(
                        link.entity().stream()
                                .map(entity ->
                                        Subject.atVersion("entity", entity.id().value(), entity.version())),
                        link.thing().stream()
                                .map(thing -> Subject.atVersion(thing.kind(), thing.id(), thing.version())))
                .toArray(Subject[]::new);
        return Effect.of(link, subjects)
                .withFacts(Map.of("kind", link.kind()))
                .withDisclosures(Map.of("entity", link.entityKey(), "thing", link.thingKey()));
    }

    private Optional<Entity> readable(Caller caller, String entityKey) {
        Predicate<Entity> isReadable = access.againstReading(caller).isPresent()
                ? _ -> false
                : entity -> access.reading(caller).of(entity.type());
        return entities.findByKey(caller.tenant(), entityKey).filter(isReadable);
    }

    private static GovernedAction action(Caller caller, ActionId action, Optional<Entity> entity) {
        return GovernedAction.of(
                caller, action, EntityAccess.resource(entity.map(it -> it.id().value()), entity.map(Entity::type)));
    }

    private Optional<LinkableThings> kind(Caller caller, String kind) {
        return kinds(caller).stream().filter(each -> each.kind().equals(kind)).findFirst();
    }

    private LinkedThing thing(Caller caller, String kind, String key) {
        var known = kind(caller, kind)
                .orElseThrow(() -> new ChangeFailure(
                        "unknown-kind",
                        "Entities are linked to what you may view of "
                                + String.join(
                                        ", ",
                                        kinds.stream()
                                                .map(LinkableThings::kind)
                                                .sorted()
                                                .toList())
                                + "; “" + ElementRow.shown(kind) + "” is none of it."));
        return known.find(caller, key)
                .orElseThrow(() -> new ChangeFailure(
                        "unknown-thing",
                        "There is no " + kind + " “" + ElementRow.shown(key) + "” here. Check its " + known.keyWord()
                                + "."));
    }

    private static ChangeFailure unknownEntity(String key) {
        return new ChangeFailure(
                "unknown-entity",
                "There is no entity with the key “" + ElementRow.shown(key)
                        + "” here. Check the key, or import the entity first.");
    }
}
