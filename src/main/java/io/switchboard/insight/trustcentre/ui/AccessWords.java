package io.switchboard.insight.trustcentre.ui;

import io.switchboard.insight.trustcentre.AccessGrants;
import io.switchboard.insight.trustcentre.AccessRequest;
import io.switchboard.insight.trustcentre.AccessRequest.Standing;
import io.switchboard.insight.trustcentre.AccessRequests;
import io.switchboard.insight.trustcentre.Verdict;
import io.switchboard.kernel.ActionId;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.components.StateTag.Tone;
import java.util.Map;
import java.util.stream.Collectors;

/** How requests are said. */
final class AccessWords {

    private static final Map<ActionId, String> STEPS = Map.of(
            AccessGrants.REQUEST, "asked for",
            AccessRequests.DECIDE, "decided",
            AccessGrants.ACCEPT, "terms accepted",
            AccessGrants.DOWNLOAD, "downloaded",
            AccessRequests.REVOKE, "revoked");

    private AccessWords() {}

    static StateTag standing(Standing standing) {
        return new StateTag(
                switch (standing) {
                    case WAITING -> Tone.WARNING;
                    case TERMS -> Tone.INFO;
                    case OPEN -> Tone.SUCCESS;
                    case REFUSED, REVOKED, ENDED, LAPSED -> Tone.NEUTRAL;
                },
                standing.words());
    }

    static StateTag verdict(Verdict verdict) {
        return new StateTag(
                switch (verdict) {
                    case WAITING -> Tone.WARNING;
                    case APPROVED -> Tone.SUCCESS;
                    case REFUSED -> Tone.DANGER;
                },
                verdict.wire());
    }

    static String step(ActionId action) {
        return STEPS.getOrDefault(action, action.value());
    }

    static String documents(AccessRequest request) {
        return request.documents().stream().map(it -> it.document().title()).collect(Collectors.joining(", "));
    }
}
