package io.switchboard.control.policy;

import io.switchboard.kernel.Sha256;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The bundles that were asked last, prepared once. An evaluator takes room in Cedar's native cache for as long as it is reachable. */
@Component
class LoadedBundles {

    private static final int KEPT = 6;

    private final Map<Sha256, LoadedBundle> byDigest = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Sha256, LoadedBundle> eldest) {
            return size() > KEPT;
        }
    };

    /** Throws {@link InvalidPolicyException} where the files are no bundle. */
    synchronized LoadedBundle of(BundleFiles files) {
        var digest = files.digest();
        var known = byDigest.get(digest);
        if (known != null) {
            return known;
        }
        var loaded = LoadedBundle.of(PolicyBundle.of(files));
        byDigest.put(digest, loaded);
        return loaded;
    }
}
