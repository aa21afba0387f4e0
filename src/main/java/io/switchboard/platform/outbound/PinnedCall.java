package io.switchboard.platform.outbound;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One call to an address as it was checked; a watch ends it when its time is over, whatever it is waiting for by then. {@code kept}: its connection may be used again by the next call with the same sockets.
 */
final class PinnedCall implements AutoCloseable {

    private final Checked checked;
    private final Download download;
    private final PinnedSockets sockets;
    private final boolean kept;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean late = new AtomicBoolean();
    private volatile @Nullable HttpURLConnection connection;

    PinnedCall(SSLSocketFactory tls, Checked checked, Download download) {
        this(new PinnedSockets(tls, checked.hosts()), checked, download, false);
    }

    PinnedCall(PinnedSockets sockets, Checked checked, Download download, boolean kept) {
        this.checked = checked;
        this.download = download;
        this.sockets = sockets;
        this.kept = kept;
    }

    HttpURLConnection connect() throws IOException {
        var opened = (HttpURLConnection) target().openConnection(Proxy.NO_PROXY);
        if (opened instanceof HttpsURLConnection https) {
            https.setSSLSocketFactory(sockets);
        }
        int patience = Math.toIntExact(download.patience().toMillis());
        opened.setConnectTimeout(patience);
        opened.setReadTimeout(patience);
        opened.setInstanceFollowRedirects(false);
        opened.setUseCaches(false);
        opened.setRequestProperty("Accept", "*/*");
        if (!kept) {
            opened.setRequestProperty("Connection", "close");
        }
        opened.setRequestProperty("User-Agent", "Switchboard");
        download.headers().forEach(opened::setRequestProperty);
        connection = opened;
        Thread.ofVirtual().name("download-watch").start(this::watch);
        return opened;
    }

    /** Plain http leads to the loopback only; there the name is replaced by the number, since a plain connection cannot be given a socket. */
    private URL target() throws IOException {
        var uri = checked.uri();
        if ("https".equals(uri.getScheme())) {
            return uri.toURL();
        }
        return URI.create("http://" + number(checked.hosts().getFirst()) + port(uri) + rest(uri))
                .toURL();
    }

    private static String number(InetAddress host) {
        return host instanceof Inet6Address ? "[" + host.getHostAddress() + "]" : host.getHostAddress();
    }

    private static String port(URI uri) {
        return uri.getPort() < 0 ? "" : ":" + uri.getPort();
    }

    private static String rest(URI uri) {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private void watch() {
        try {
            if (!over.await(download.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                late.set(true);
                end();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        sockets.close();
        var open = connection;
        if (open != null) {
            open.disconnect();
        }
    }

    /** What broke because the watch ended it did so for that reason and no other. */
    void requireInTime() throws OutboundException {
        if (late.get()) {
            throw slow(download);
        }
    }

    static OutboundException slow(Download download) {
        return new OutboundException(
                "timeout",
                download.what() + " was not there in full within "
                        + download.patience().toSeconds()
                        + " seconds. Try again later, or check what it is busy with.");
    }

    @Override
    public void close() {
        over.countDown();
        if (!kept) {
            end();
        }
    }
}
