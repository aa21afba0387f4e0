package io.switchboard.platform.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;

/** An address that may be called, with the network addresses of its host as they were when that was decided. */
public record Checked(URI uri, List<InetAddress> hosts) {}
