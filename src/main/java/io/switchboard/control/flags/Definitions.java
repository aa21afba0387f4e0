package io.switchboard.control.flags;

import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Flags and cohorts as JSON in a column. */
final class Definitions {

    static final String FLAG = "flag";
    static final String COHORT = "cohort";

    private static final JsonMapper JSON = new JsonMapper();

    private Definitions() {}

    static String thing(Defined defined) {
        return switch (defined) {
            case Flag _ -> FLAG;
            case Cohort _ -> COHORT;
        };
    }

    static String text(Defined defined) {
        return JSON.writeValueAsString(
                switch (defined) {
                    case Flag flag -> map(flag);
                    case Cohort cohort -> Map.of("title", cohort.title(), "tenants", cohort.ids());
                });
    }

    private static Map<String, Object> map(Flag flag) {
        var map = new LinkedHashMap<String, Object>();
        map.put("title", flag.title());
        flag.owner().ifPresent(owner -> map.put("owner", owner.value()));
        map.put("default", flag.byDefault());
        map.put("on", flag.on());
        map.put("rules", flag.rules().stream().map(Definitions::map).toList());
        return map;
    }

    static Map<String, Object> map(Rule rule) {
        return switch (rule.target()) {
            case Target.OneTenant(var tenant) -> Map.of("tenant", tenant.value(), "serve", rule.serve());
            case Target.InCohort(var cohort) -> Map.of("cohort", cohort.value(), "serve", rule.serve());
            case Target.Share(int percent) -> Map.of("percent", percent, "serve", rule.serve());
        };
    }

    static Defined read(String thing, String name, int version, Instant changedAt, String text) {
        var json = JSON.readTree(text);
        return thing.equals(FLAG)
                ? flag(new FlagKey(name), json, version, changedAt)
                : new Cohort(
                        new CohortKey(name),
                        json.path("title").asString(),
                        json.path("tenants")
                                .valueStream()
                                .map(tenant -> new TenantId(tenant.asString()))
                                .collect(Collectors.toSet()),
                        version,
                        changedAt);
    }

    private static Flag flag(FlagKey key, JsonNode json, int version, Instant changedAt) {
        var rules = new ArrayList<Rule>();
        json.path("rules").forEach(rule -> rules.add(rule(rule)));
        return new Flag(
                key,
                json.path("title").asString(),
                json.has("owner") ? Optional.of(new MemberId(json.path("owner").asString())) : Optional.empty(),
                json.path("default").asBoolean(),
                json.path("on").asBoolean(),
                List.copyOf(rules),
                version,
                changedAt);
    }

    static Rule rule(JsonNode json) {
        return new Rule(target(json), json.path("serve").asBoolean());
    }

    private static Target target(JsonNode json) {
        if (json.has("tenant")) {
            return new Target.OneTenant(new TenantId(json.path("tenant").asString()));
        }
        return json.has("cohort")
                ? new Target.InCohort(new CohortKey(json.path("cohort").asString()))
                : new Target.Share(json.path("percent").asInt());
    }
}
