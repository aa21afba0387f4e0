package io.switchboard.control.receipts;

import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.TenantId;
import java.util.List;

/** Says in plain words why a receipt's decision was made. Whoever keeps the decisions brings it; receipts keep only their ids. */
public interface DecisionWords {

    /** One sentence for each rule that determined the decision; none where it is not this tenant's. */
    List<String> why(TenantId tenant, DecisionId decision);
}
