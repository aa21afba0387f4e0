package io.switchboard.operations.administration.scim;

import io.switchboard.kernel.Caller;

/** Whose external ids a caller means: each client has its own, so two providers of one tenant do not meet. */
final class Source {

    private Source() {}

    static String of(Caller caller) {
        return caller.actor().id();
    }
}
