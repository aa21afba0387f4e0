package io.switchboard.platform.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Fetches what somebody's address names: within {@link Reach}, from the network address that was checked and no other, without redirects, proxies, cookies
 * and compression, within the download's limits. Only 200 and 304 are answers.
 */
@Component
public class Downloads {

    private static final int BUFFER = 64 * 1024;

    private final Reach reach;
    private final SSLSocketFactory tls;

    @Autowired
    public Downloads(Reach reach) {
        this(reach, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    Downloads(Reach reach, SSLSocketFactory tls) {
        this.reach = reach;
        this.tls = tls;
    }

    /** Writes the content to {@code to}. Whatever goes wrong on the way there is an {@link OutboundException}; part of it may be written by then. */
    public Downloaded fetch(Download download, OutputStream to) throws IOException {
        return fetch(reach.check(download.what(), download.address()), download, to);
    }

    Downloaded fetch(Checked checked, Download download, OutputStream to) throws IOException {
        try (var call = new PinnedCall(tls, checked, download)) {
            return answered(call, download, to);
        }
    }

    private static Downloaded answered(PinnedCall call, Download download, OutputStream to) throws IOException {
        try {
            var connection = call.connect();
            int status = connection.getResponseCode();
            if (status == HttpURLConnection.HTTP_NOT_MODIFIED) {
                return new Downloaded.Unchanged();
            }
            Statuses.require(download, status);
            requirePlain(download, connection);
            copy(connection, download, to);
            call.requireInTime();
            return new Downloaded.Content(Optional.ofNullable(connection.getHeaderField("ETag")));
        } catch (OutboundException e) {
            throw e;
        } catch (IOException e) {
            call.requireInTime();
            throw broken(download, e);
        }
    }

    private static void requirePlain(Download download, HttpURLConnection connection) throws OutboundException {
        var encoding = connection.getContentEncoding();
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new OutboundException(
                    "content-encoding",
                    download.what() + " answers with compressed content although it was not asked to. Let it serve the"
                            + " file as it is.");
        }
    }

    private static void copy(HttpURLConnection connection, Download download, OutputStream to) throws IOException {
        if (connection.getContentLengthLong() > download.mostBytes()) {
            throw tooLarge(download);
        }
        try (var body = connection.getInputStream()) {
            copy(body, download, to);
        }
        // A body that ends before its announced length is reported by the connection itself.
    }

    private static void copy(InputStream body, Download download, OutputStream to) throws IOException {
        var buffer = new byte[BUFFER];
        long total = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            total += read;
            if (total > download.mostBytes()) {
                throw tooLarge(download);
            }
            to.write(buffer, 0, read);
        }
    }

    private static OutboundException tooLarge(Download download) {
        return new OutboundException(
                "too-large",
                download.what() + " is larger than " + (download.mostBytes() >> 20)
                        + " MB, the most that is fetched. Split it.");
    }

    /** The cause's own message may repeat the address with its secrets, so it is not passed on. */
    private static OutboundException broken(Download download, IOException cause) {
        return switch (cause) {
            case SocketTimeoutException _ -> PinnedCall.slow(download);
            case SSLException _ ->
                new OutboundException(
                        "certificate",
                        download.what() + " has no certificate that this portal trusts. Use an address with a publicly"
                                + " trusted certificate, or let whoever runs the portal add the authority.");
            default ->
                new OutboundException(
                        "unreachable",
                        download.what()
                                + " cannot be reached, or broke off. Check the address, and whether it answers.");
        };
    }
}
