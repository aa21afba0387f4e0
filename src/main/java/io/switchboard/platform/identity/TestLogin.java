package io.switchboard.platform.identity;

/** How a login through a candidate ended, as far as the protocol goes. */
public sealed interface TestLogin {

    /** The provider vouched for {@code userName}, which is personal: never in a log line or in a receipt's payload. */
    record Vouched(String userName) implements TestLogin {

        @Override
        public String toString() {
            return "Vouched[]";
        }
    }

    /** The login did not complete; {@code error} is the OAuth 2.0 error code (RFC 6749) or a code of the check that failed. */
    record Broken(String error) implements TestLogin {}
}
