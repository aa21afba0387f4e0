package io.switchboard.insight.isolation;

import io.switchboard.insight.isolation.PortalClient.Answer;
import io.switchboard.insight.isolation.Probe.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Has one canary ask for what is the other's. The owner asks first, where that changes nothing, for a "not found" about what is not there proves nothing; and once more at the end, so that a write that was refused
 * and done all the same is seen.
 */
@Component
class Probing {

    private static final int LONG_ENOUGH_TO_BE_AN_ID = 12;
    /** Of a form that every such variable takes, and nobody's. */
    private static final String NOBODYS = "iss_aaaaaaaaaaaaaaaa";

    private final Doors doors;
    private final PortalClient portal;

    Probing(Doors doors, PortalClient portal) {
        this.doors = doors;
        this.portal = portal;
    }

    /** What was asked, and the names of what an owner did not find. */
    record Seen(List<Probe> probes, List<String> missing) {}

    Seen probe(Canary prober, Canary owner) {
        var probes = new ArrayList<Probe>();
        var missing = new ArrayList<String>();
        var before = new HashMap<Door, Integer>();
        for (var door : doors.all()) {
            switch (DoorKind.of(door)) {
                case THING -> probes.add(thing(door, prober, owner, before, missing));
                case VIEW -> probes.add(view(door, prober, owner));
                case LIST -> probes.add(list(door, prober, owner));
                case PLATFORM -> probes.add(platform(door, prober));
                case OPEN -> {}
            }
        }
        before.forEach((door, status) -> probes.add(unchanged(door, prober, owner, status)));
        return new Seen(probes, missing);
    }

    private Probe thing(Door door, Canary prober, Canary owner, Map<Door, Integer> before, List<String> missing) {
        var address = door.filled(owner.slug(), owner.things());
        if (address.isEmpty()) {
            return probe(door, prober, DoorKind.THING, "no canary has what it names", Verdict.NOT_COVERED);
        }
        if (door.reads()) {
            int own = ask(owner, door, address.get()).status();
            if (own == 404 || own >= 500) {
                missing.addAll(door.names());
                return probe(door, prober, DoorKind.THING, own + " for its owner", Verdict.NOT_COVERED);
            }
            before.put(door, own);
        }
        int status = ask(prober, door, address.get()).status();
        return probe(door, prober, DoorKind.THING, String.valueOf(status), verdict(status == 404, status));
    }

    private Probe view(Door door, Canary prober, Canary owner) {
        return door.filled(owner.slug(), owner.things())
                .map(address -> {
                    int status = ask(prober, door, address).status();
                    boolean away = status == 404 || status == 401 || status == 302;
                    return probe(door, prober, DoorKind.VIEW, String.valueOf(status), verdict(away, status));
                })
                .orElseGet(() -> ofThePlatform(door, prober, owner));
    }

    /** Its views name what no tenant has; any name will do. */
    private Probe ofThePlatform(Door door, Canary prober, Canary owner) {
        return doors.isOfPlatform(door)
                ? view(door, prober, withAny(door, owner))
                : probe(door, prober, DoorKind.VIEW, "no canary has what it names", Verdict.NOT_COVERED);
    }

    private Probe platform(Door door, Canary prober) {
        var address = door.filled(prober.slug(), withAny(door, prober).things()).orElseThrow();
        int status = ask(prober, door, address).status();
        return probe(
                door,
                prober,
                DoorKind.PLATFORM,
                String.valueOf(status),
                verdict(status == 404 || status == 403, status));
    }

    private static Canary withAny(Door door, Canary canary) {
        var things = new HashMap<>(canary.things());
        door.names().forEach(name -> things.put(name, NOBODYS));
        return new Canary(canary.tenant(), canary.owner(), canary.client(), things);
    }

    /** What one of them lists has no id in it that is the other's alone. */
    private Probe list(Door door, Canary prober, Canary owner) {
        var answer = ask(prober, door, door.path());
        boolean tells = owner.things().values().stream()
                .filter(thing -> thing.length() >= LONG_ENOUGH_TO_BE_AN_ID
                        && !prober.things().containsValue(thing))
                .anyMatch(answer.body()::contains);
        var verdict = tells ? Verdict.LEAK : answer.status() >= 500 ? Verdict.NOT_COVERED : Verdict.REFUSED;
        return probe(door, prober, DoorKind.LIST, answer.status() + (tells ? " with the other’s" : ""), verdict);
    }

    private Probe unchanged(Door door, Canary prober, Canary owner, int before) {
        var address = door.filled(owner.slug(), owner.things()).orElseThrow();
        int after = ask(owner, door, address).status();
        return new Probe(
                prober.slug(),
                "GET",
                door.path(),
                before + " for its owner afterwards",
                String.valueOf(after),
                after == before ? Verdict.REFUSED : Verdict.LEAK);
    }

    private Answer ask(Canary canary, Door door, String address) {
        return portal.ask(canary.tenant(), door.method(), address);
    }

    /** An answer that is no success and not what was expected neither proves nor refutes anything. */
    private static Verdict verdict(boolean asExpected, int status) {
        if (asExpected) {
            return Verdict.REFUSED;
        }
        return status < 300 || status == 304 ? Verdict.LEAK : Verdict.NOT_COVERED;
    }

    private static Probe probe(Door door, Canary prober, DoorKind kind, String got, Verdict verdict) {
        return new Probe(prober.slug(), door.method(), door.path(), kind.expected(), got, verdict);
    }
}
