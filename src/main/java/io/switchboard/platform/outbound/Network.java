package io.switchboard.platform.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Where an address leads: only what the portal's settings name may be reached for a provider (RFC 6890 special-purpose addresses). */
public enum Network {
    PUBLIC,
    PRIVATE,
    LOOPBACK,
    /** Link-local (cloud metadata services), multicast, reserved: never reached. */
    NEVER;

    static Network of(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return LOOPBACK;
        }
        if (address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isMulticastAddress()) {
            return NEVER;
        }
        var bytes = address.getAddress();
        return address instanceof Inet4Address ? ofV4(bytes[0] & 0xff, bytes[1] & 0xff) : ofV6(bytes);
    }

    private static Network ofV4(int first, int second) {
        return switch (first) {
            case 0 -> NEVER;
            case 10 -> PRIVATE;
            case 100 -> second >= 64 && second < 128 ? PRIVATE : PUBLIC;
            case 172 -> second >= 16 && second < 32 ? PRIVATE : PUBLIC;
            case 192 -> second == 168 ? PRIVATE : second == 0 ? NEVER : PUBLIC;
            case 198 -> second == 18 || second == 19 ? NEVER : PUBLIC;
            default -> first >= 240 ? NEVER : PUBLIC;
        };
    }

    /** Global unicast is 2000::/3; addresses that carry an IPv4 address inside (6to4, NAT64, Teredo) would lead around the rules above. */
    private static Network ofV6(byte[] bytes) {
        int group = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        if ((bytes[0] & 0xfe) == 0xfc) {
            return PRIVATE;
        }
        boolean carriesV4 = group == 0x2002 || group == 0x2001 && bytes[2] == 0 && bytes[3] == 0;
        return (group & 0xe000) == 0x2000 && !carriesV4 ? PUBLIC : NEVER;
    }
}
