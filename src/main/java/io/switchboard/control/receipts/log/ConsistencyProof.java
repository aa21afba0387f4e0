package io.switchboard.control.receipts.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** That a tree of {@code second} leaves begins with the tree of {@code first} (RFC 9162 section 2.1.4). */
public record ConsistencyProof(long first, long second, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** RFC 9162 section 2.1.4.1; between equal sizes it is empty; every tree begins with the empty one, so about that there is nothing to prove. */
    public static ConsistencyProof of(long first, long second, Subtrees tree) {
        if (first < 1 || first > second) {
            throw new IllegalArgumentException("no tree of size " + second + " begins with one of size " + first);
        }
        var path = new ArrayList<Hash>();
        if (first < second) {
            collect(first, 0, second, true, tree, path);
        }
        return new ConsistencyProof(first, second, path);
    }

    private static void collect(long first, long from, long to, boolean whole, Subtrees tree, List<Hash> path) {
        if (first == to - from) {
            if (!whole) {
                path.add(tree.range(from, to));
            }
            return;
        }
        long left = Long.highestOneBit(to - from - 1);
        if (first <= left) {
            collect(first, from, from + left, whole, tree, path);
            path.add(tree.range(from + left, to));
        } else {
            collect(first - left, from + left, to, false, tree, path);
            path.add(tree.range(from, from + left));
        }
    }

    /** RFC 9162 section 2.1.4.2, every check of it. Empty where the second tree extends the first, else what does not hold. */
    public Optional<String> refutes(Hash firstRoot, Hash secondRoot) {
        if (first < 1 || first > second) {
            return Optional.of("the sizes are 1 or more and ascend, unlike " + first + " and " + second);
        }
        if (first == second) {
            return sameSize(firstRoot, secondRoot);
        }
        if (path.isEmpty()) {
            return Optional.of("an empty path proves nothing between different sizes");
        }
        return walk(firstRoot, secondRoot);
    }

    private Optional<String> sameSize(Hash firstRoot, Hash secondRoot) {
        if (!path.isEmpty()) {
            return Optional.of("between equal sizes the path is empty");
        }
        return firstRoot.equals(secondRoot)
                ? Optional.empty()
                : Optional.of("two roots, " + firstRoot + " and " + secondRoot + ", for the same size " + first);
    }

    private Optional<String> walk(Hash firstRoot, Hash secondRoot) {
        var steps = new ArrayList<>(path);
        Hash start = Long.bitCount(first) == 1 ? firstRoot : steps.removeFirst();
        int shared = Long.numberOfTrailingZeros(first);
        long fn = (first - 1) >> shared;
        long sn = (second - 1) >> shared;
        Hash fr = start;
        Hash sr = start;
        for (Hash c : steps) {
            if (sn == 0) {
                return Optional.of("the path is longer than the tree is high");
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = Hash.node(c, fr);
                sr = Hash.node(c, sr);
                while (fn != 0 && (fn & 1) == 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = Hash.node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return verdict(fr, sr, sn, firstRoot, secondRoot);
    }

    private static Optional<String> verdict(Hash fr, Hash sr, long sn, Hash firstRoot, Hash secondRoot) {
        if (sn != 0) {
            return Optional.of("the path is shorter than the tree is high");
        }
        if (!fr.equals(firstRoot)) {
            return Optional.of("the path leads to " + fr + " and not to the first root " + firstRoot);
        }
        return sr.equals(secondRoot)
                ? Optional.empty()
                : Optional.of("the path leads to " + sr + " and not to the second root " + secondRoot);
    }
}
