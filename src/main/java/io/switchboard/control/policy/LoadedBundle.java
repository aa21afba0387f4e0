package io.switchboard.control.policy;

import com.cedarpolicy.BasicAuthorizationEngine;

/** A bundle that can be asked: parsed, sliced and cached as a whole, or not at all. */
record LoadedBundle(PolicyBundle bundle, CedarEvaluator evaluator, WhoCould whoCould, EntityIds ids) {

    static LoadedBundle of(PolicyBundle bundle) {
        var slices = Slices.of(bundle);
        var evaluator = new CedarEvaluator(new BasicAuthorizationEngine(), slices, new CedarRequests(bundle.schema()));
        return new LoadedBundle(bundle, evaluator, new WhoCould(evaluator), new EntityIds(slices));
    }
}
