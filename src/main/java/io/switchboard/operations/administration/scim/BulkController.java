package io.switchboard.operations.administration.scim;

import io.swagger.v3.oas.annotations.Hidden;
import io.switchboard.kernel.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /scim/v2/Bulk} (RFC 7644, section 3.7): each operation is done, decided and receipted by itself. */
@RestController
@Hidden
class BulkController {

    private final Provisioning provisioning;

    BulkController(Provisioning provisioning) {
        this.provisioning = provisioning;
    }

    @PostMapping("/scim/v2/Bulk")
    ResponseEntity<byte[]> bulk(Caller caller, HttpServletRequest request) throws IOException {
        var query = new Query(request);
        var bulk = BulkRequest.of(Bodies.read(request));
        if (!query.dryRun()) {
            return Answers.json(answer(provisioning.perform(caller, bulk), query.resources()));
        }
        var done = Outcomes.done(provisioning.rehearse(caller, bulk));
        var answer = rehearsal(done.value());
        answer.put("decisionId", done.decision().id().value());
        answer.put("receiptId", done.receipt().id().value());
        return Answers.json(answer);
    }

    private static ObjectNode answer(List<BulkRun.Result> results, Resources resources) {
        var answer = ScimJson.NODES.objectNode();
        answer.putArray("schemas").add(Urn.BULK_ANSWER);
        var operations = answer.putArray("Operations");
        for (var result : results) {
            var one = operation(operations.addObject(), result);
            result.written().ifPresent(written -> written(one, written, resources));
            result.fault().ifPresent(fault -> fault(one, fault));
        }
        return answer;
    }

    private static ObjectNode rehearsal(List<BulkRun.Result> results) {
        var answer = ScimJson.NODES.objectNode();
        answer.putArray("schemas").add(Urn.REHEARSAL);
        var operations = answer.putArray("Operations");
        for (var result : results) {
            var one = operation(operations.addObject(), result);
            result.written()
                    .ifPresent(
                            written -> one.put("status", "200").set("response", Answers.rehearsal(written.changes())));
            result.fault().ifPresent(fault -> fault(one, fault));
        }
        return answer;
    }

    private static ObjectNode operation(ObjectNode one, BulkRun.Result result) {
        one.put("method", result.item().method().toUpperCase(Locale.ROOT));
        result.item().bulkId().ifPresent(id -> one.put("bulkId", id));
        return one;
    }

    private static void written(ObjectNode one, Written written, Resources resources) {
        switch (written) {
            case Written.User user ->
                resource(one, resources.location(user.member()), VersionTag.of(user.member()), user.created());
            case Written.Group group ->
                resource(one, resources.location(group.group()), VersionTag.of(group.group()), group.created());
            case Written.Gone _ -> one.put("status", "204");
        }
    }

    private static void resource(ObjectNode one, String location, String version, boolean created) {
        one.put("location", location).put("version", version).put("status", created ? "201" : "200");
    }

    private static void fault(ObjectNode one, ScimFault fault) {
        one.put("status", String.valueOf(fault.status().value()));
        one.putPOJO("response", fault.json());
    }
}
