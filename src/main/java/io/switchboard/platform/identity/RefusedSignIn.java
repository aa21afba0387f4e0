package io.switchboard.platform.identity;

/** Somebody whom the provider knows and the tenant does not. {@code userName} is personal: never in a log line or in a receipt's payload. */
public record RefusedSignIn(String userName, Reason reason) {

    /** Why there is no way in. */
    public enum Reason {
        NO_MEMBERSHIP,
        DEACTIVATED
    }

    @Override
    public String toString() {
        return "RefusedSignIn[" + reason + "]";
    }
}
