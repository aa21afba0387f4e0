package io.switchboard.operations.administration.scim;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** From when on taking something from members is a mass change: above this share of the active ones, and so many at least. */
@Component
record MassChange(int percent, int least) {

    MassChange(
            @Value("${switchboard.members.mass-change-percent}") int percent,
            @Value("${switchboard.members.mass-change-least}") int least) {
        this.percent = percent;
        this.least = least;
    }

    boolean isReachedBy(long affected, long active) {
        return affected >= least && affected * 100 > active * percent;
    }
}
