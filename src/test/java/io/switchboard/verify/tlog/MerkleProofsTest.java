package io.switchboard.verify.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The proofs' arithmetic on public vectors, of which most are tampered with. */
class MerkleProofsTest {

    private static final Path VECTORS = Path.of("../shared/fixtures/merkle");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TreeHasher hasher = new TreeHasher();

    @TestFactory
    Stream<DynamicTest> inclusionVectorsHaveTheirVerdict() throws IOException {
        return vectors("inclusion", vector -> {
            var proof = new InclusionProof(whole(vector, "leafIdx"), whole(vector, "treeSize"), path(vector));
            proof.require(hash(vector.get("leafHash")), hash(vector.get("root")), hasher);
        });
    }

    @TestFactory
    Stream<DynamicTest> consistencyVectorsHaveTheirVerdict() throws IOException {
        return vectors("consistency", vector -> {
            var proof = new ConsistencyProof(whole(vector, "size1"), whole(vector, "size2"), path(vector));
            proof.require(anyLength(vector.get("root1")), anyLength(vector.get("root2")), hasher);
        });
    }

    @FunctionalInterface
    private interface Verification {
        void on(JsonNode vector) throws Refuted;
    }

    private static Stream<DynamicTest> vectors(String kind, Verification verification) throws IOException {
        assumeTrue(
                Files.isDirectory(VECTORS), "The public Merkle vectors are not beside this project; nothing to check.");
        try (Stream<Path> files = Files.walk(VECTORS.resolve(kind))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream()
                    .map(file ->
                            DynamicTest.dynamicTest(VECTORS.relativize(file).toString(), () -> {
                                JsonNode vector = JSON.readTree(file.toFile());
                                assertThat(isRefused(verification, vector))
                                        .isEqualTo(vector.path("wantErr").asBoolean());
                            }));
        }
    }

    private static boolean isRefused(Verification verification, JsonNode vector) {
        try {
            verification.on(vector);
            return false;
        } catch (Refuted e) {
            return true;
        }
    }

    /** Sizes above 63 bits are refused by whoever reads them. */
    private static long whole(JsonNode vector, String name) throws Refuted {
        return Lines.decimal(name, vector.path(name).asText("0"));
    }

    private static List<byte[]> path(JsonNode vector) throws Refuted {
        List<byte[]> path = new ArrayList<>();
        for (JsonNode hash : vector.path("proof")) {
            path.add(hash(hash));
        }
        return path;
    }

    private static byte[] hash(JsonNode node) throws Refuted {
        return Lines.hash(node.asText());
    }

    /** Some vectors name a root of another length; any hash of it stands for it, since a root is only compared. */
    private byte[] anyLength(JsonNode node) {
        byte[] bytes = Base64.getDecoder().decode(node.asText());
        return bytes.length == TreeHasher.SIZE ? bytes : hasher.leaf(Arrays.copyOf(bytes, TreeHasher.SIZE));
    }
}
