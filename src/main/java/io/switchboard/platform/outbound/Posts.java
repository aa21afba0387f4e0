package io.switchboard.platform.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Sends JSON or a file to what somebody's address names, as {@link Downloads} fetches: within {@link Reach}, to the network address that was checked, without redirects. Any status is an answer. */
@Component
public class Posts {

    private static final int MOST_OF_THE_ANSWER = 4096;

    private final Reach reach;
    private final SSLSocketFactory tls;

    @Autowired
    public Posts(Reach reach) {
        this(reach, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    Posts(Reach reach, SSLSocketFactory tls) {
        this.reach = reach;
        this.tls = tls;
    }

    /** {@code headers} may hold signatures; {@code what} names the address in sentences. */
    public record Post(String what, String address, Map<String, String> headers, String json, Duration patience) {

        public Post {
            headers = Map.copyOf(headers);
        }
    }

    /** A file for an address that takes it as it is ({@code PUT}). */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Put(
            String what, String address, Map<String, String> headers, String type, byte[] body, Duration patience) {

        public Put {
            headers = Map.copyOf(headers);
        }
    }

    /** The status, the beginning of the body, at most 4 KB, and the header {@code Retry-After} as it was sent. */
    public record Answer(int status, String beginning, Optional<String> retryAfter) {}

    public Answer send(Post post) throws OutboundException {
        return send("POST", body(post));
    }

    private static Put body(Post post) {
        var json = post.json().getBytes(StandardCharsets.UTF_8);
        return new Put(post.what(), post.address(), post.headers(), "application/json", json, post.patience());
    }

    /** For several posts to one address, one after the other: it is checked once, and its connection is kept as long as the receiver keeps it. */
    public Line open(String what, String address) throws OutboundException {
        return open(what, reach.check(what, address));
    }

    Line open(String what, Checked checked) {
        return new Line(what, checked);
    }

    /** An address that may be posted to until the line is closed. */
    public final class Line implements AutoCloseable {

        private final String what;
        private final Checked checked;
        private final PinnedSockets sockets;

        Line(String what, Checked checked) {
            this.what = what;
            this.checked = checked;
            this.sockets = new PinnedSockets(tls, checked.hosts());
        }

        public Answer send(Map<String, String> headers, String json, Duration patience) throws OutboundException {
            var address = checked.uri().toString();
            var put = body(new Post(what, address, headers, json, patience));
            var limits = limits(put);
            try (var call = new PinnedCall(sockets, checked, limits, true)) {
                return sent(call, limits, "POST", put);
            }
        }

        @Override
        public void close() {
            sockets.close();
        }
    }

    public Answer put(Put put) throws OutboundException {
        return send("PUT", put);
    }

    private Answer send(String method, Put put) throws OutboundException {
        return send(method, put, reach.check(put.what(), put.address()));
    }

    Answer send(String method, Put put, Checked checked) throws OutboundException {
        var limits = limits(put);
        try (var call = new PinnedCall(tls, checked, limits)) {
            return sent(call, limits, method, put);
        }
    }

    private static Download limits(Put put) {
        return new Download(put.what(), put.address(), put.headers(), MOST_OF_THE_ANSWER, put.patience());
    }

    private static Answer sent(PinnedCall call, Download limits, String method, Put put) throws OutboundException {
        try {
            var connection = call.connect();
            connection.setRequestMethod(method);
            connection.setRequestProperty("Content-Type", put.type());
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(put.body().length);
            try (var out = connection.getOutputStream()) {
                out.write(put.body());
            }
            var answer = new Answer(
                    connection.getResponseCode(),
                    beginning(connection),
                    Optional.ofNullable(connection.getHeaderField("Retry-After")));
            call.requireInTime();
            return answer;
        } catch (OutboundException e) {
            throw e;
        } catch (IOException e) {
            call.requireInTime();
            throw broken(limits, e);
        }
    }

    private static String beginning(HttpURLConnection connection) throws IOException {
        var stream = connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getInputStream()
                : connection.getErrorStream();
        if (stream == null) {
            return "";
        }
        try (InputStream in = stream) {
            var out = new ByteArrayOutputStream();
            out.write(in.readNBytes(MOST_OF_THE_ANSWER));
            return out.toString(StandardCharsets.UTF_8);
        }
    }

    private static OutboundException broken(Download limits, IOException cause) {
        return switch (cause) {
            case SocketTimeoutException _ -> PinnedCall.slow(limits);
            case SSLException _ ->
                new OutboundException(
                        "certificate",
                        limits.what() + " has no certificate that this portal trusts. Use an address with a publicly"
                                + " trusted certificate.");
            default ->
                new OutboundException(
                        "unreachable",
                        limits.what() + " cannot be reached, or broke off. Check the address, and whether it answers.");
        };
    }
}
