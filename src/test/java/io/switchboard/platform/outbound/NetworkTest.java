package io.switchboard.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "93.184.216.34, PUBLIC",
        "172.15.0.1, PUBLIC",
        "172.32.0.1, PUBLIC",
        "100.63.255.255, PUBLIC",
        "2606:2800:220:1::1, PUBLIC",
        "10.0.0.1, PRIVATE",
        "172.16.0.1, PRIVATE",
        "192.168.1.1, PRIVATE",
        "100.64.0.1, PRIVATE",
        "fd00::1, PRIVATE",
        "127.0.0.1, LOOPBACK",
        "127.9.9.9, LOOPBACK",
        "::1, LOOPBACK",
        "::ffff:127.0.0.1, LOOPBACK",
        "::ffff:10.0.0.1, PRIVATE",
        "0.0.0.0, NEVER",
        "169.254.169.254, NEVER",
        "224.0.0.1, NEVER",
        "255.255.255.255, NEVER",
        "198.18.0.1, NEVER",
        "fe80::1, NEVER",
        "ff02::1, NEVER",
        "64:ff9b::a00:1, NEVER",
        "2002:a00:1::1, NEVER"
    })
    void knowsWhereAnAddressLeads(String address, Network network) throws UnknownHostException {
        assertThat(Network.of(InetAddress.getByName(address))).isEqualTo(network);
    }
}
