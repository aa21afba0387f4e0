package io.switchboard.operations.administration;

/** What a broken login means and what to do, by the OAuth 2.0 error code (RFC 6749, sections 4.1.2.1 and 5.2) or the check that failed. */
final class BrokenLogin {

    private BrokenLogin() {}

    static String sentence(String error) {
        return switch (error) {
            case "access_denied" ->
                "The provider refused the login (access_denied). Give your account access to this application there.";
            case "invalid_client" ->
                "The provider does not accept client id and secret (invalid_client). Copy both again from the provider.";
            case "invalid_token_response" ->
                "The provider gave no token (invalid_token_response). Most often the client secret is wrong: copy it again.";
            case "invalid_id_token" ->
                "The provider's ID token did not pass the checks (invalid_id_token): issuer, audience, time or signature. Check the issuer and both clocks.";
            case "authorization_request_not_found" ->
                "The login took too long or was started in another browser. Start the test again.";
            default ->
                "The login through the provider did not complete (" + error
                        + "). Look for this code in the provider's log.";
        };
    }
}
