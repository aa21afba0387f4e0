package io.switchboard.control.policy;

import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.PolicySet;
import java.util.TreeSet;

/**
 * Evaluates one request on its action's slice. Cedar skips a policy that errs (Cedar reference, "Authorization"); here an error in any
 * policy makes the whole evaluation broken, because the policy skipped may be the one that forbids.
 */
record CedarEvaluator(AuthorizationEngine engine, Slices slices, CedarRequests requests) {

    Evaluation evaluate(PolicyRequest request) {
        var action = request.action().value();
        return slices.of(action)
                .map(slice -> evaluate(request, slice))
                .orElseGet(() -> new Evaluation.Broken("the policy schema knows no action " + action));
    }

    private Evaluation evaluate(PolicyRequest request, PolicySet slice) {
        try {
            var cedar = requests.of(request);
            var response = engine.isAuthorized(cedar.request(), slice, cedar.entities());
            return response.success
                    .map(CedarEvaluator::answer)
                    .orElseGet(() -> new Evaluation.Broken(String.valueOf(response.errors)));
        } catch (AuthException | RuntimeException | LinkageError e) {
            return new Evaluation.Broken(String.valueOf(e.getMessage()));
        }
    }

    private static Evaluation answer(AuthorizationSuccessResponse answer) {
        return answer.getErrors().isEmpty()
                ? new Evaluation.Answered(answer.isAllowed(), new TreeSet<>(answer.getReason()))
                : new Evaluation.Broken(String.valueOf(answer.getErrors()));
    }
}
