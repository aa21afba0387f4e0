package io.switchboard.control.receipts;

import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Says in plain words why a receipt's decision was made. Whoever keeps the decisions brings it; receipts keep only their ids. */
public interface DecisionWords {

    /** One sentence for each rule that determined the decision; none where it is not this tenant's. */
    List<String> why(TenantId tenant, DecisionId decision);

    /** The same of many at once; what is not this tenant's is left out. */
    Map<DecisionId, List<String>> why(TenantId tenant, Collection<DecisionId> decisions);
}
