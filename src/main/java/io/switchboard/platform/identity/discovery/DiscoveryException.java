package io.switchboard.platform.identity.discovery;

/** Carries a {@link Discovered.Problem} out of the middle of a discovery; never leaves this package. */
final class DiscoveryException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    DiscoveryException(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    Discovered.Problem problem() {
        return new Discovered.Problem(code, String.valueOf(getMessage()));
    }
}
