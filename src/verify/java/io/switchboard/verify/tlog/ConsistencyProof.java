package io.switchboard.verify.tlog;

import java.security.MessageDigest;
import java.util.List;

/**
 * That the tree of {@code size} leaves begins with the whole tree of {@code from} leaves, verified as RFC 9162 §2.1.4.2 does. From nothing, anything
 * follows: a proof from size 0 is refused.
 */
public record ConsistencyProof(long from, long size, List<byte[]> path) {

    /** Refuses unless the path connects both roots. */
    public void require(byte[] fromRoot, byte[] root, TreeHasher hasher) throws Refuted {
        if (from < 1 || from > size) {
            throw new Refuted("a proof from size " + from + " to size " + size + " proves nothing");
        }
        if (from == size) {
            requireSame(fromRoot, root);
        } else {
            requireExtension(fromRoot, root, hasher);
        }
    }

    private void requireSame(byte[] fromRoot, byte[] root) throws Refuted {
        if (!path.isEmpty()) {
            throw new Refuted(
                    "a proof between two trees of size " + size + " has no hashes, this one has " + path.size());
        }
        if (!MessageDigest.isEqual(fromRoot, root)) {
            throw new Refuted("two different roots for size " + size + ": the log shows two histories");
        }
    }

    private void requireExtension(byte[] fromRoot, byte[] root, TreeHasher hasher) throws Refuted {
        boolean whole = Long.bitCount(from) == 1;
        if (!whole && path.isEmpty()) {
            throw new Refuted("the proof from size " + from + " to size " + size + " has no hashes");
        }
        var walk = new Walk(whole ? fromRoot : path.getFirst());
        for (byte[] hash : whole ? path : path.subList(1, path.size())) {
            walk.take(hash, hasher);
        }
        walk.end(fromRoot, root);
    }

    /** Both trees climbed at once, from the last node that they share. */
    private final class Walk {

        private long at;
        private long last;
        private byte[] older;
        private byte[] newer;

        Walk(byte[] start) {
            int shared = Long.numberOfTrailingZeros(from);
            at = (from >> shared) - 1;
            last = size - 1 >> shared;
            older = start;
            newer = start;
        }

        void take(byte[] hash, TreeHasher hasher) throws Refuted {
            if (last == 0) {
                throw new Refuted("the proof has more hashes than the tree of size " + size + " is high");
            }
            if ((at & 1) == 1 || at == last) {
                older = hasher.node(hash, older);
                newer = hasher.node(hash, newer);
                int lonely = Long.numberOfTrailingZeros(at); // last is not 0, so at is not either
                at >>= lonely;
                last >>= lonely;
            } else {
                newer = hasher.node(newer, hash);
            }
            at >>= 1;
            last >>= 1;
        }

        void end(byte[] fromRoot, byte[] root) throws Refuted {
            if (last != 0) {
                throw new Refuted(
                        "the proof has fewer hashes than from size " + from + " to size " + size + " are needed");
            }
            if (!MessageDigest.isEqual(older, fromRoot)) {
                throw new Refuted("the proof does not begin at the root of size " + from);
            }
            if (!MessageDigest.isEqual(newer, root)) {
                throw new Refuted("the proof does not lead to the root of size " + size);
            }
        }
    }
}
