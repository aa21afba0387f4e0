package io.switchboard.control.receipts.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Public vectors, valid and tampered with; each says whether a verifier has to refuse it. */
class MerkleVectorsTest {

    private static final Path VECTORS = Path.of("../shared/fixtures/merkle");
    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    Stream<DynamicTest> inclusionVectorsHaveTheirVerdict() throws IOException {
        return vectors("inclusion")
                .map(file -> DynamicTest.dynamicTest(name(file), () -> inclusion(JSON.readTree(file))));
    }

    @TestFactory
    Stream<DynamicTest> consistencyVectorsHaveTheirVerdict() throws IOException {
        return vectors("consistency")
                .map(file -> DynamicTest.dynamicTest(name(file), () -> consistency(JSON.readTree(file))));
    }

    private static void inclusion(JsonNode vector) {
        assertThat(refused(() -> new InclusionProof(
                                vector.path("leafIdx").asLong(),
                                vector.path("treeSize").asLong(),
                                path(vector))
                        .refutes(hash(vector.path("leafHash")), hash(vector.path("root")))
                        .isPresent()))
                .isEqualTo(vector.path("wantErr").asBoolean());
    }

    private static void consistency(JsonNode vector) {
        assertThat(refused(() -> new ConsistencyProof(
                                vector.path("size1").asLong(),
                                vector.path("size2").asLong(),
                                path(vector))
                        .refutes(any(vector.path("root1")), any(vector.path("root2")))
                        .isPresent()))
                .isEqualTo(vector.path("wantErr").asBoolean());
    }

    /** What is no hash, or no size of 63 bits, cannot be given to a proof: that is a refusal too. */
    private static boolean refused(BooleanSupplier refutes) {
        try {
            return refutes.getAsBoolean();
        } catch (IllegalArgumentException | JacksonException e) {
            return true;
        }
    }

    private static List<Hash> path(JsonNode vector) {
        var path = new ArrayList<Hash>();
        vector.path("proof").forEach(node -> path.add(hash(node)));
        return path;
    }

    private static Hash hash(JsonNode node) {
        var bytes = Base64.getDecoder().decode(node.asString());
        if (bytes.length != Hash.SIZE) {
            throw new IllegalArgumentException("not a hash");
        }
        return Hash.of(bytes);
    }

    /** A root of another length stands for "any root": equal texts are equal roots. */
    private static Hash any(JsonNode node) {
        var bytes = Base64.getDecoder().decode(node.asString());
        return bytes.length == Hash.SIZE ? Hash.of(bytes) : Hash.leaf(bytes);
    }

    private static Stream<Path> vectors(String kind) throws IOException {
        assumeTrue(
                Files.isDirectory(VECTORS), "The public Merkle vectors are not beside this project; nothing to check.");
        try (var files = Files.walk(VECTORS.resolve(kind))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    private static String name(Path file) {
        return VECTORS.relativize(file).toString();
    }
}
