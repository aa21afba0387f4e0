package io.switchboard.insight.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OscalTest {

    private static final byte[] PACK =
            PosturePackDocumentTest.facts("A finding.\nIn two lines.", 3).json();

    /** As another implementation makes it. */
    private static final String UUID_OF_THE_ADDRESS = "fcde3c85-2270-590f-9e7c-ee003d65e0e2";

    private static JsonNode results() {
        return new JsonMapper().readTree(PackOscal.of("doc_aaaa", PACK)).path("assessment-results");
    }

    @Test
    void aPackIsValidByTheSchemaOfNist() {
        assertThat(OscalSchema.errors(PackOscal.of("doc_aaaa", PACK))).isEmpty();
    }

    @Test
    void theSchemaFindsWhatIsWrong() {
        var broken = new String(PackOscal.of("doc_aaaa", PACK), StandardCharsets.UTF_8)
                .replace("\"not-satisfied\"", "\"perhaps\"")
                .replace("\"import-ap\"", "\"import\"");
        assertThat(OscalSchema.errors(broken.getBytes(StandardCharsets.UTF_8))).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void eachClaimIsAFindingWhoseObservationsAreThere() {
        var result = results().path("results").path(0);
        var observations = new HashSet<String>();
        result.path("observations")
                .forEach(each -> observations.add(each.path("uuid").asString()));
        assertThat(result.path("findings").size()).isEqualTo(2);
        result.path("findings")
                .forEach(finding -> finding.path("related-observations")
                        .forEach(each -> assertThat(observations)
                                .contains(each.path("observation-uuid").asString())));
        assertThat(status(result, 0).path("state").asString()).isEqualTo("satisfied");
        assertThat(status(result, 1).path("state").asString()).isEqualTo("not-satisfied");
        assertThat(observations).hasSize(3);
    }

    private static JsonNode status(JsonNode result, int finding) {
        return result.path("findings").path(finding).path("target").path("status");
    }

    @Test
    void evidenceIsNamedByItsDigestAndAClaimExpiresWithItsShelfLife() {
        var observation = results().path("results").path(0).path("observations").path(0);
        assertThat(observation
                        .path("relevant-evidence")
                        .path(0)
                        .path("props")
                        .path(0)
                        .path("value")
                        .asString())
                .isEqualTo(Sha256.of("artifact 0").hex());
        assertThat(observation.path("relevant-evidence").path(0).path("href").asString())
                .startsWith("ni:///sha-256;");
        assertThat(observation.path("expires").asString())
                .isEqualTo(PosturePackDocumentTest.NOW.plus(Duration.ofDays(8)).toString());
    }

    @Test
    void theSameFactsMakeTheSameBytesAndAnotherDocumentOtherIds() {
        assertThat(PackOscal.of("doc_aaaa", PACK)).isEqualTo(PackOscal.of("doc_aaaa", PACK));
        assertThat(new String(PackOscal.of("doc_bbbb", PACK), StandardCharsets.UTF_8))
                .doesNotContain(results().path("uuid").asString());
    }

    @Test
    void idsAreUuidsOfVersionFiveAsTheRfcMakesThem() {
        assertThat(Oscal.named("http://www.example.com/").version()).isEqualTo(5);
        assertThat(Oscal.named("http://www.example.com/").variant()).isEqualTo(2);
        assertThat(Oscal.named("http://www.example.com/")).hasToString(UUID_OF_THE_ADDRESS);
    }
}
