package io.switchboard.platform.outbound;

/** What an answer other than 200 and 304 means for whoever typed the address in. */
final class Statuses {

    private Statuses() {}

    static void require(Download download, int status) throws OutboundException {
        if (status != 200) {
            throw problem(download.what(), status);
        }
    }

    private static OutboundException problem(String what, int status) {
        if (status >= 300 && status < 400) {
            return new OutboundException(
                    "redirect",
                    what + " sends on to another address, which is not followed. Enter the address itself.");
        }
        return switch (status) {
            case 401, 403 ->
                new OutboundException(
                        "not-allowed",
                        what + " answered with HTTP status " + status
                                + ": it does not let the portal in. Check the token"
                                + " or the keys, and whether they have expired.");
            case 404, 410 ->
                new OutboundException(
                        "not-there",
                        what + " answered with HTTP status " + status
                                + ": there is no such file. Check the address, and" + " whether the file is written.");
            case 429 ->
                new OutboundException(
                        "asked-too-often",
                        what + " answered that it is asked too often (HTTP status 429). Ask less often.");
            default ->
                new OutboundException(
                        "status",
                        what + " answered with HTTP status " + status + " instead of 200. Look at its own log.");
        };
    }
}
