package io.switchboard.operations.administration;

import io.switchboard.kernel.TenantId;
import io.switchboard.platform.identity.Members;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Members whose user name differs from a given one by case only. Most names are in lower case, so the few that are not are read at first, and all of
 * them only when a name in other letters is asked for.
 */
@Component
class OtherSpellings {

    private final Members members;

    OtherSpellings(Members members) {
        this.members = members;
    }

    /** For a user name the one that a member of the tenant has in other letters; empty where nobody has, or exactly this one. */
    Function<String, Optional<String>> in(TenantId tenant) {
        var known = new Object() {
            Map<String, String> names = byFolded(members.userNames(tenant, false));
            boolean all;
        };
        return name -> {
            var folded = folded(name);
            if (!known.all && !folded.equals(name)) {
                known.names = byFolded(members.userNames(tenant, true));
                known.all = true;
            }
            return Optional.ofNullable(known.names.get(folded)).filter(is -> !is.equals(name));
        };
    }

    private static Map<String, String> byFolded(Collection<String> names) {
        var byFolded = new HashMap<String, String>();
        names.forEach(name -> byFolded.put(folded(name), name));
        return byFolded;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
