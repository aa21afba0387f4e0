package io.switchboard.verify.tlog;

import java.security.MessageDigest;
import java.util.List;

/**
 * That a leaf is at {@code index} of the tree of {@code size} leaves, verified as RFC 9162 §2.1.3.2 does: every hash of the path is used, and the path
 * ends at the root, neither before nor after.
 */
public record InclusionProof(long index, long size, List<byte[]> path) {

    /** Refuses unless the path leads from {@code leaf} to {@code root}. */
    public void require(byte[] leaf, byte[] root, TreeHasher hasher) throws Refuted {
        if (index < 0 || index >= size) {
            throw new Refuted("index " + index + " is not below the tree's size " + size);
        }
        if (!MessageDigest.isEqual(climb(leaf, hasher), root)) {
            throw new Refuted("the path from index " + index + " leads to another root than that of size " + size);
        }
    }

    /** {@code at} and {@code last} are the positions of this node and of the last node on each height. */
    private byte[] climb(byte[] leaf, TreeHasher hasher) throws Refuted {
        long at = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : path) {
            if (last == 0) {
                throw new Refuted("the path has more hashes than the tree of size " + size + " is high");
            }
            if ((at & 1) == 1 || at == last) {
                hash = hasher.node(sibling, hash);
                int lonely = Long.numberOfTrailingZeros(at); // last is not 0, so at is not either
                at >>= lonely;
                last >>= lonely;
            } else {
                hash = hasher.node(hash, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new Refuted("the path has fewer hashes than index " + index + " of size " + size + " needs");
        }
        return hash;
    }
}
