package io.switchboard.operations.imports.schedules;

import java.util.Optional;

/**
 * A schedule as somebody asks for it, all of it still text: {@code every} is an ISO 8601 duration, {@code mapping} the name of a saved one. {@code token}
 * is the bearer token or the secret key; left out in a change, the one before stays, as long as the address's origin does.
 */
public record ScheduleDraft(
        String name,
        String kind,
        String url,
        String access,
        Optional<String> token,
        Optional<String> accessKey,
        Optional<String> region,
        Optional<String> mapping,
        String every,
        String onPlan) {

    @Override
    public String toString() {
        return "draft of a schedule";
    }
}
