package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Receipt;
import io.switchboard.control.receipts.ReceiptDraft;
import io.switchboard.control.receipts.Receipts;
import io.switchboard.control.receipts.TransparencyLog;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.CorrelationId;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** The log over HTTP: what the tenant's clients ask for, and what strangers may read. */
class LogApiTest extends RunningPortal {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    Receipts receipts;

    @Autowired
    TransparencyLog logs;

    private Receipt integrated() {
        var receipt = receipts.append(new ReceiptDraft(
                tenant("north").id(),
                Actor.system("test"),
                new ActionId("imports.plan"),
                Outcome.ALLOWED,
                Optional.empty(),
                CorrelationId.random(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> proof("north-partner-admin", receipt).statusCode() == 200);
        return receipt;
    }

    private HttpResponse<String> proof(String client, Receipt receipt) {
        return getAs(client, "/api/receipts/" + receipt.id() + "/proof");
    }

    @Test
    void provesAReceiptAboutASecondAfterItWasCommitted() {
        var receipt = integrated();
        var proof = proof("north-operator", receipt);
        assertThat(proof.body())
                .startsWith("c2sp.org/tlog-proof@v1\nindex ")
                .contains(tenant("north").log().value());
        assertThat(proof("south-partner-admin", receipt).statusCode()).isEqualTo(404);
    }

    @Test
    void tellsHowTheLogGrew() {
        integrated();
        integrated();
        var log = JSON.readTree(getAs("north-operator", "/api/log").body());
        assertThat(log.path("logId").asString()).isEqualTo(tenant("north").log().value());
        assertThat(log.path("size").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(log.path("visibility").asString()).isEqualTo("private");
        var growth = getAs("north-operator", "/api/log/consistency?from=1");
        assertThat(growth.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(growth.body()).path("hashes").size()).isPositive();
        var never = getAs("north-operator", "/api/log/consistency?from=2&to=1");
        assertThat(never.statusCode()).isEqualTo(400);
        assertThat(never.body()).contains("1 ≤ from ≤ to");
    }

    @Test
    void showsALogToStrangersOnlyWhereItIsPublic() {
        integrated();
        var checkpoint = "/log/" + tenant("north").log() + "/checkpoint";
        assertThat(get(checkpoint).statusCode()).isEqualTo(404);
        logs.publish(tenant("north").id(), true);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get(checkpoint).statusCode() == 200);
        var shown = get(checkpoint);
        assertThat(shown.headers().firstValue("Cache-Control")).contains("no-cache");
        var size = shown.body().lines().skip(1).findFirst().orElseThrow();
        var tile = get("/log/" + tenant("north").log() + "/tile/0/000.p/" + size);
        assertThat(tile.statusCode()).isEqualTo(200);
        assertThat(tile.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(cached -> assertThat(cached).contains("immutable", "public"));
        assertThat(get("/log/" + tenant("north").log() + "/tile/0/..%2fcheckpoint")
                        .statusCode())
                .isIn(400, 404);
        logs.publish(tenant("north").id(), false);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get(checkpoint).statusCode() == 404);
    }
}
