package io.switchboard.insight.isolation;

import io.switchboard.kernel.Caller;
import java.util.Map;
import java.util.Set;

/**
 * Things of one kind that a canary has, so that the other canary can ask for them: whoever adds an address that names a new kind of thing adds one of these. A module above this
 * one implements it itself.
 */
public interface CanaryThing {

    /** As addresses call them: a variable's name, or for {@code {id}} and {@code {key}} the segment before it in the singular. */
    Set<String> names();

    /** Makes them for the canary, through the services that its people would use; the value is what the address then says. */
    Map<String, String> make(Caller owner);
}
