package io.switchboard.operations.administration;

/** What a provider's administrator hands over: the issuer and the client that was registered there for this portal. */
public record ProviderCredentials(String issuer, String clientId, String clientSecret) {

    @Override
    public String toString() {
        return "ProviderCredentials[" + issuer + ", " + clientId + "]";
    }
}
