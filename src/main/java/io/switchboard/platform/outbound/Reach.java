package io.switchboard.platform.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which addresses the portal calls because somebody typed them in (against server-side request forgery): https, without user info or fragment, and
 * every address of the host in a network that the settings allow. Plain http only on the loopback, where that is allowed.
 */
@Component
public class Reach {

    /** Enough for an address with a signature in its query. */
    private static final int LONGEST = 4000;

    private final Set<Network> allowed;

    public Reach(@Value("${switchboard.outbound.networks:public}") Set<Network> allowed) {
        this.allowed = allowed;
    }

    /** {@code what} names the value in the sentence of a refusal: "The issuer", "The token_endpoint". */
    public Checked check(String what, String text) throws OutboundException {
        var address = parse(what, text);
        var hosts = hosts(what, address.getHost());
        var networks = hosts.stream().map(Network::of).toList();
        if (!networks.stream().allMatch(network -> network != Network.NEVER && allowed.contains(network))) {
            throw new OutboundException(
                    "address-not-allowed",
                    what + " is at " + address.getHost() + ", which is no public address. Use a public address, or ask"
                            + " whoever runs this portal to allow its network (switchboard.outbound.networks).");
        }
        requireEncryption(what, address, networks);
        return new Checked(address, hosts);
    }

    private static URI parse(String what, String text) throws OutboundException {
        if (text.length() > LONGEST) {
            throw new OutboundException(
                    "address-too-long",
                    what + " has " + text.length() + " characters; at most " + LONGEST + " are possible.");
        }
        try {
            var address = new URI(text);
            boolean right = address.getHost() != null
                    && Set.of("https", "http").contains(String.valueOf(address.getScheme()))
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null;
            if (right) {
                return address;
            }
        } catch (URISyntaxException e) {
            // answered below, like everything else that is no address
        }
        throw new OutboundException(
                "address-syntax",
                what + " is no web address. Write it in full, for example https://login.example.com.");
    }

    private static List<InetAddress> hosts(String what, String host) throws OutboundException {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            throw new OutboundException(
                    "unknown-host", what + " names the host " + host + ", which does not exist. Check the spelling.");
        }
    }

    private static void requireEncryption(String what, URI address, List<Network> networks) throws OutboundException {
        boolean local = networks.stream().allMatch(network -> network == Network.LOOPBACK);
        if (!"https".equals(address.getScheme()) && !local) {
            throw new OutboundException(
                    "not-https",
                    what + " starts with http://, so anybody on the way could read it. Use its https:// address.");
        }
    }
}
