package io.switchboard.platform.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sockets for TLS that connect to the network addresses that were checked, whatever the host's name resolves to by then (against DNS rebinding). Certificate
 * and server name stay those of the host.
 */
final class PinnedSockets extends SSLSocketFactory {

    private final SSLSocketFactory tls;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<InetAddress> hosts;

    PinnedSockets(SSLSocketFactory tls, List<InetAddress> hosts) {
        this.tls = tls;
        this.hosts = hosts;
    }

    /** Asked for first: a plain socket, which is connected and then given to {@link #createSocket(Socket, String, int, boolean)}. */
    @Override
    public Socket createSocket() {
        var socket = new Pinned(hosts);
        open.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        return tls.createSocket(connected, host, port, autoClose);
    }

    void close() {
        for (var socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                // it is of no use to anybody any more
            }
        }
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unpinned();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw unpinned();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unpinned();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        throw unpinned();
    }

    private static IOException unpinned() {
        return new IOException("a connection is only made to an address that was checked");
    }

    /** Goes to the first of the checked addresses, as resolvers order them: a socket that failed to connect cannot be used again. */
    private static final class Pinned extends Socket {

        private final List<InetAddress> hosts;

        Pinned(List<InetAddress> hosts) {
            this.hosts = hosts;
        }

        @Override
        public void connect(SocketAddress wanted, int timeout) throws IOException {
            super.connect(new InetSocketAddress(hosts.getFirst(), ((InetSocketAddress) wanted).getPort()), timeout);
        }
    }
}
