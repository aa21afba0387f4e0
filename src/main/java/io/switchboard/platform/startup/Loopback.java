package io.switchboard.platform.startup;

/** Names of this machine itself, where a connection without TLS leaves it at no point (W3C Secure Contexts, 3.1). */
final class Loopback {

    private Loopback() {}

    static boolean is(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.startsWith("127.")
                || host.equals("[::1]");
    }
}
