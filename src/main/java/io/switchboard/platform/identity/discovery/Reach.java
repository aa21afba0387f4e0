package io.switchboard.platform.identity.discovery;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which addresses the portal calls because somebody typed them in (against server-side request forgery): https, without user info or fragment, and
 * every address of the host in a network that the settings allow. Plain http only on the loopback, where that is allowed.
 */
@Component
class Reach {

    private static final int LONGEST = 500;

    private final Set<Network> allowed;

    Reach(@Value("${switchboard.identity.provider-networks:public}") Set<Network> allowed) {
        this.allowed = allowed;
    }

    /** {@code what} names the value in the sentence of a refusal: "The issuer", "The token_endpoint". */
    URI check(String what, String text) throws DiscoveryException {
        var address = parse(what, text);
        var networks = networks(what, address.getHost());
        if (!networks.stream().allMatch(network -> network != Network.NEVER && allowed.contains(network))) {
            throw new DiscoveryException(
                    "address-not-allowed",
                    what + " is at " + address.getHost() + ", which is no public address. Use the provider's public"
                            + " address, or ask whoever runs this portal to allow its network"
                            + " (switchboard.identity.provider-networks).");
        }
        requireEncryption(what, address, networks);
        return address;
    }

    private static URI parse(String what, String text) throws DiscoveryException {
        if (text.length() > LONGEST) {
            throw new DiscoveryException(
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
        throw new DiscoveryException(
                "address-syntax",
                what + " is no web address. Write it as the provider shows it, for example https://login.example.com.");
    }

    private static List<Network> networks(String what, String host) throws DiscoveryException {
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .map(Network::of)
                    .toList();
        } catch (UnknownHostException e) {
            throw new DiscoveryException(
                    "unknown-host", what + " names the host " + host + ", which does not exist. Check the spelling.");
        }
    }

    private static void requireEncryption(String what, URI address, List<Network> networks) throws DiscoveryException {
        boolean local = networks.stream().allMatch(network -> network == Network.LOOPBACK);
        if (!"https".equals(address.getScheme()) && !local) {
            throw new DiscoveryException(
                    "not-https",
                    what
                            + " starts with http://, so anybody on the way could read the sign-in. Use its https:// address.");
        }
    }
}
