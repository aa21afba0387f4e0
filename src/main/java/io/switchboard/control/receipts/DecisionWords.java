package io.switchboard.control.receipts;

import io.switchboard.kernel.Caller;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says in plain words why a receipt's decision was made. Whoever keeps the decisions brings it; receipts keep only their ids. */
public interface DecisionWords {

    /** One sentence for each rule that determined the decision; none where it is not this tenant's. */
    List<String> why(TenantId tenant, DecisionId decision);

    /**
     * What policies that are not in force would have said, for whoever may look at those: nobody else learns that there are any. Empty as well where there were none.
     */
    Optional<Beside> beside(Caller caller, DecisionId decision);

    /** {@code enforced} is what happened, {@code evaluated} what a version in shadow said beside it. */
    record Beside(String enforced, String evaluated, int version) {}

    /** The same of many at once; what is not this tenant's is left out. */
    Map<DecisionId, List<String>> why(TenantId tenant, Collection<DecisionId> decisions);
}
