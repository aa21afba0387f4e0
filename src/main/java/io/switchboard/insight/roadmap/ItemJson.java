package io.switchboard.insight.roadmap;

import io.switchboard.platform.signing.CanonicalJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Specs and evidence as JSON: in columns, in documents and in the API alike. */
public final class ItemJson {

    private static final JsonMapper JSON = new JsonMapper();

    private ItemJson() {}

    public static Map<String, Object> of(Spec spec) {
        var json = new HashMap<String, Object>();
        spec.target().ifPresent(target -> json.put("target", of(target)));
        json.put("actions", spec.actions());
        json.put("policyPlan", spec.policyPlan());
        json.put("tests", spec.tests());
        json.put("flag", spec.flag());
        json.put("signal", spec.signal());
        json.put("wayBack", spec.wayBack());
        json.put("acceptance", spec.acceptance());
        return json;
    }

    private static Map<String, Object> of(MetricTarget target) {
        return Map.of(
                "figure", target.figure(),
                "baseline", target.baseline().toPlainString(),
                "target", target.target().toPlainString(),
                "by", target.by().toString());
    }

    public static Map<String, Object> of(Evidence evidence) {
        var json = new HashMap<>(evidence.json());
        json.put("sha256", evidence.digest().hex());
        return json;
    }

    static String text(Spec spec) {
        return new String(CanonicalJson.of(of(spec)), StandardCharsets.UTF_8);
    }

    static String text(Evidence evidence) {
        return new String(CanonicalJson.of(evidence.json()), StandardCharsets.UTF_8);
    }

    static Spec spec(String text) {
        var json = JSON.readTree(text);
        return new Spec(
                Optional.of(json.path("target")).filter(JsonNode::isObject).map(ItemJson::target),
                lines(json.path("actions")),
                json.path("policyPlan").asString(""),
                lines(json.path("tests")),
                json.path("flag").asString(""),
                json.path("signal").asString(""),
                json.path("wayBack").asString(""),
                lines(json.path("acceptance")));
    }

    private static List<String> lines(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static MetricTarget target(JsonNode json) {
        return new MetricTarget(
                json.path("figure").asString(),
                new BigDecimal(json.path("baseline").asString()),
                new BigDecimal(json.path("target").asString()),
                LocalDate.parse(json.path("by").asString()));
    }

    static Evidence evidence(String text) {
        var json = JSON.readTree(text);
        var numbers = new LinkedHashMap<String, Long>();
        json.path("numbers")
                .propertyStream()
                .forEach(it -> numbers.put(it.getKey(), it.getValue().asLong()));
        return new Evidence(
                new Finding(
                        FindingKind.parse(json.path("kind").asString()).orElseThrow(),
                        json.path("subject").asString(),
                        json.path("sentence").asString(),
                        numbers),
                Instant.parse(json.path("asOf").asString()),
                json.path("days").asInt());
    }
}
