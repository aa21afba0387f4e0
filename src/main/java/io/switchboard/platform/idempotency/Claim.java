package io.switchboard.platform.idempotency;

/** What a key turned out to be. */
sealed interface Claim {

    /** Never seen within 24 hours: now it is this request's. */
    record Fresh() implements Claim {}

    /** The same request came before and is not answered yet. */
    record Running() implements Claim {}

    /** The same request came before and was answered with this. */
    record Answered(Answer answer) implements Claim {}

    /** The key was used for something else. */
    record OtherBody() implements Claim {}
}
