package io.switchboard.insight.trustcentre;

import java.util.EnumSet;
import java.util.Set;

/** How a tenant's trust centre is set up. {@code version} counts its changes; 0 is one that nobody has set up. */
public record CentreSettings(boolean open, String welcome, Set<TrustDocument> listed, Terms terms, int version) {

    static final CentreSettings NONE = new CentreSettings(false, "", Set.of(), Terms.NONE, 0);

    public CentreSettings {
        listed = Set.copyOf(listed);
    }

    /** In the order in which they are shown. */
    public Set<TrustDocument> inOrder() {
        return listed.isEmpty() ? Set.of() : EnumSet.copyOf(listed);
    }

    /** What a partner-admin writes. */
    public record Draft(boolean open, String welcome, Set<TrustDocument> listed, String terms) {

        public Draft {
            welcome = welcome.strip();
            terms = terms.strip().replace("\r\n", "\n");
            listed = Set.copyOf(listed);
        }
    }
}
