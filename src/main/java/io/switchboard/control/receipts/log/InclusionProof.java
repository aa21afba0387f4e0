package io.switchboard.control.receipts.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The audit path of one leaf (RFC 9162 section 2.1.3): the neighbours that lead from it to the root, lowest first. */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** RFC 9162 section 2.1.3.1. */
    public static InclusionProof of(long index, long size, Subtrees tree) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of size " + size + " has no leaf " + index);
        }
        var path = new ArrayList<Hash>();
        collect(index, 0, size, tree, path);
        return new InclusionProof(index, size, path);
    }

    private static void collect(long index, long from, long to, Subtrees tree, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + Long.highestOneBit(to - from - 1);
        if (index < middle) {
            collect(index, from, middle, tree, path);
            path.add(tree.range(middle, to));
        } else {
            collect(index, middle, to, tree, path);
            path.add(tree.range(from, middle));
        }
    }

    /** RFC 9162 section 2.1.3.2, every check of it. Empty where the leaf is in the tree with this root, else what does not hold. */
    public Optional<String> refutes(Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            return Optional.of("index " + index + " is not below the tree's size " + size);
        }
        long fn = index;
        long sn = size - 1;
        Hash r = leaf;
        for (Hash p : path) {
            if (sn == 0) {
                return Optional.of("the path is longer than the tree is high");
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = Hash.node(p, r);
                while (fn != 0 && (fn & 1) == 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = Hash.node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        if (sn != 0) {
            return Optional.of("the path is shorter than the tree is high");
        }
        return r.equals(root)
                ? Optional.empty()
                : Optional.of("the path leads to " + r + " and not to the root " + root);
    }
}
