package io.switchboard.control.approvals;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Terms as a column holds them; the quorum has a column of its own. */
final class TermsText {

    private static final JsonMapper JSON = new JsonMapper();

    private TermsText() {}

    static String text(Terms terms) {
        var map = new LinkedHashMap<String, Object>();
        terms.by().ifPresent(role -> map.put("by", role.wire()));
        terms.undo().ifPresent(undo -> map.put("undo", undo));
        map.put("evidence", terms.evidence().stream().map(TermsText::map).toList());
        return JSON.writeValueAsString(map);
    }

    private static Map<String, String> map(Evidence evidence) {
        var map = new LinkedHashMap<String, String>();
        map.put("words", evidence.words());
        evidence.receipt().ifPresent(receipt -> map.put("receipt", receipt.value()));
        return map;
    }

    static Terms read(int quorum, String text) {
        var json = JSON.readTree(text);
        return new Terms(
                quorum,
                Optional.of(json.path("by")).filter(JsonNode::isString).flatMap(by -> Role.parse(by.asString())),
                evidence(json.path("evidence")),
                Optional.of(json.path("undo")).filter(JsonNode::isString).map(JsonNode::asString));
    }

    private static List<Evidence> evidence(JsonNode json) {
        var all = new ArrayList<Evidence>();
        json.forEach(one -> all.add(new Evidence(
                one.path("words").asString(),
                Optional.of(one.path("receipt"))
                        .filter(JsonNode::isString)
                        .map(receipt -> new ReceiptId(receipt.asString())))));
        return all;
    }
}
