package io.switchboard.control.receipts.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    private static final int SIZES = 70;

    private final List<Hash> leaves = LongStream.range(0, 700)
            .mapToObj(i -> Hash.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)))
            .toList();

    /** RFC 6962 section 2.1, straight from the leaves. */
    private final Subtrees naive = new Subtrees() {
        @Override
        public Hash root(int level, long index) {
            return level == 0
                    ? leaves.get((int) index)
                    : Hash.node(root(level - 1, 2 * index), root(level - 1, 2 * index + 1));
        }
    };

    @Test
    void theEmptyTreeHasTheDigestOfNothingAsItsRoot() {
        assertThat(CompactRange.empty().root().base64()).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    @Test
    void appendingOneByOneOrAllAtOnceGivesTheRootOfTheRfc() {
        var range = CompactRange.empty();
        for (int size = 1; size <= SIZES; size++) {
            range = CompactRange.of(range.size(), range.bytes()).append(List.of(leaves.get(size - 1)));
            assertThat(range.root()).isEqualTo(naive.range(0, size));
            assertThat(CompactRange.empty().append(leaves.subList(0, size)).root())
                    .isEqualTo(range.root());
        }
    }

    @Test
    void aCompactRangeWithTheWrongNumberOfHashesIsRefused() {
        assertThatThrownBy(() -> CompactRange.of(3, new byte[Hash.SIZE]))
                .hasMessage("a compact range of size 3 has 2 hashes, not 32 bytes");
    }

    @Test
    void everyLeafOfEverySizeIsProvenAndAtNoOtherPlace() {
        for (int size = 1; size <= SIZES; size++) {
            var root = naive.range(0, size);
            for (int index = 0; index < size; index++) {
                var proof = InclusionProof.of(index, size, naive);
                assertThat(proof.refutes(leaves.get(index), root)).isEmpty();
                assertThat(new InclusionProof((index + 1) % size, size, proof.path()).refutes(leaves.get(index), root))
                        .matches(problem -> problem.isPresent() || proof.path().isEmpty());
            }
        }
    }

    @Test
    void anEmptyPathNeverProvesALeafInALargerTree() {
        var leaf = leaves.getFirst();
        assertThat(new InclusionProof(0, 5, List.of()).refutes(leaf, leaf))
                .contains("the path is shorter than the tree is high");
        assertThat(new InclusionProof(1, 1, List.of()).refutes(leaf, leaf))
                .contains("index 1 is not below the tree's size 1");
    }

    @Test
    void everyTreeExtendsEverySmallerOneAndNotAnother() {
        for (int second = 1; second <= SIZES; second++) {
            for (int first = 1; first <= second; first++) {
                var proof = ConsistencyProof.of(first, second, naive);
                assertThat(proof.refutes(rootOf(first), rootOf(second))).isEmpty();
                assertThat(proof.refutes(rootOf(first + 1), rootOf(second))).isPresent();
            }
        }
    }

    @Test
    void tilesAnswerTheSameRootsAndProofsAsTheLeaves() {
        var store = new TilesInMemory();
        store.extend(0, 300, leaves);
        store.extend(300, 700, leaves);
        var tree = new TiledTree(700, store::read);
        assertThat(tree.root()).isEqualTo(naive.range(0, 700));
        assertThat(InclusionProof.of(511, 700, tree)).isEqualTo(InclusionProof.of(511, 700, naive));
        assertThat(ConsistencyProof.of(300, 700, tree)).isEqualTo(ConsistencyProof.of(300, 700, naive));
    }

    @Test
    void aTileIsNamedAsC2spNamesIt() {
        assertThat(new TileId(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new TileId(1, 5, 17).path()).isEqualTo("tile/1/005.p/17");
        assertThat(new TileId(0, 0, 256).entriesPath()).isEqualTo("tile/entries/000");
    }

    @Test
    void growingAddsOnlyTheTilesThatChanged() {
        assertThat(TileId.added(0, 0)).isEmpty();
        assertThat(TileId.added(255, 256)).containsExactly(new TileId(0, 0, 256), new TileId(1, 0, 1));
        assertThat(TileId.added(256, 257)).containsExactly(new TileId(0, 1, 1));
        assertThat(TileId.added(300, 300)).isEmpty();
    }

    @Test
    void aCheckpointReadsBackAndNothingElseDoes() {
        var checkpoint = new Checkpoint("portal.example/log/log_abc", 12, rootOf(12));
        assertThat(Checkpoint.parse(checkpoint.body())).contains(checkpoint);
        assertThat(Checkpoint.parse(checkpoint.body().replace("\n12\n", "\n012\n")))
                .isEqualTo(Optional.empty());
        assertThat(Checkpoint.parse(checkpoint.body() + "more\n")).isEmpty();
    }

    private Hash rootOf(int size) {
        return naive.range(0, size);
    }

    /** Writes tiles as a publisher does: each level from the one below. */
    private static final class TilesInMemory {

        private final Map<TileId, byte[]> tiles = new HashMap<>();

        void extend(long before, long size, List<Hash> leaves) {
            for (var tile : TileId.added(before, size)) {
                var hashes = new ArrayList<Hash>();
                for (int i = 0; i < tile.width(); i++) {
                    hashes.add(hash(tile.level(), tile.index() * TileId.FULL + i, leaves));
                }
                var bytes = new byte[hashes.size() * Hash.SIZE];
                for (int i = 0; i < hashes.size(); i++) {
                    hashes.get(i).copyTo(bytes, i * Hash.SIZE);
                }
                tiles.put(tile, bytes);
            }
        }

        private Hash hash(int level, long index, List<Hash> leaves) {
            return level == 0
                    ? leaves.get((int) index)
                    : TiledTree.above(read(new TileId(level - 1, index, TileId.FULL)));
        }

        byte[] read(TileId tile) {
            return Optional.ofNullable(tiles.get(tile)).orElseThrow(() -> new AssertionError("no tile " + tile.path()));
        }
    }
}
