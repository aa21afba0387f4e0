package io.switchboard.control.receipts.fsck;

import io.switchboard.control.receipts.log.CompactRange;
import io.switchboard.control.receipts.log.Hash;
import io.switchboard.kernel.TenantId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** From the rows: every receipt is what was logged, and every kept checkpoint is the root over the entries before it. */
@Component
class RowsCheck {

    private static final int PAGE = 2048;

    private final LoggedRows rows;

    RowsCheck(LoggedRows rows) {
        this.rows = rows;
    }

    /** Hands out the leaves of each page, in order; answers how many checkpoints were compared. */
    int check(TenantId tenant, long size, Leaves leaves) throws Difference {
        int compared = 0;
        var tree = CompactRange.empty();
        while (tree.size() < size) {
            var page = rows.page(tenant, tree.size(), size, PAGE);
            if (page.isEmpty()) {
                throw new Difference("Entry " + tree.size()
                        + " is missing: the log has no more rows, but was signed up to " + size + ".");
            }
            var hashes = hashes(page, tree.size());
            leaves.take(tree.size(), hashes);
            compared += compare(tenant, tree, hashes);
            tree = tree.append(hashes);
        }
        var stray = rows.stray(tenant);
        if (stray.isPresent()) {
            throw new Difference("Receipt " + stray.get()
                    + " is neither in the log nor waiting for it: its row was inserted by hand, or its entry removed.");
        }
        return compared;
    }

    /** What reads along while the rows go by. */
    interface Leaves {

        void take(long from, List<Hash> hashes) throws Difference;
    }

    private static List<Hash> hashes(List<LoggedRow> page, long from) throws Difference {
        var hashes = new ArrayList<Hash>(page.size());
        for (LoggedRow row : page) {
            row.check(from + hashes.size());
            hashes.add(row.leaf());
        }
        return hashes;
    }

    private int compare(TenantId tenant, CompactRange before, List<Hash> hashes) throws Difference {
        var kept = rows.roots(tenant, before.size(), before.size() + hashes.size());
        var tree = before;
        for (var checkpoint : kept.entrySet()) {
            int from = (int) (tree.size() - before.size());
            int to = (int) (checkpoint.getKey() - before.size());
            tree = tree.append(hashes.subList(from, to));
            if (!tree.root().equals(checkpoint.getValue())) {
                throw new Difference("The entries up to " + checkpoint.getKey() + " lead to the root " + tree.root()
                        + ", the checkpoint of that size says " + checkpoint.getValue() + ".");
            }
        }
        return kept.size();
    }
}
