package io.switchboard.platform.identity.discovery;

/** What asking an issuer led to. */
public sealed interface Discovered {

    /** The issuer answered with everything that a sign-in needs. */
    record Provider(ProviderMetadata metadata) implements Discovered {}

    /** It did not: a stable code, and a sentence that says what happened, with which value, and what to do next. */
    record Problem(String code, String sentence) implements Discovered {}
}
