package io.switchboard.control.receipts.anchoring;

import io.switchboard.kernel.Sha256;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** An RFC 3161 authority over HTTP (section 3.4). Its answer counts only if it is for this request and signed under a pinned root. */
final class Rfc3161Authority implements TimestampAuthority {

    private static final int LARGEST = 1 << 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final URI address;
    private final PinnedAuthorities pinned;
    private final Duration patience;
    private final HttpClient http;

    Rfc3161Authority(URI address, PinnedAuthorities pinned, Duration patience) {
        this.address = address;
        this.pinned = pinned;
        this.patience = patience;
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    @Override
    public Timestamp stamp(byte[] content) {
        try {
            var request = request(content);
            var answer = post(request.getEncoded());
            var response = new TimeStampResponse(answer);
            response.validate(request);
            var token = response.getTimeStampToken();
            if (token == null) {
                throw new AnchoringException("The authority refused: " + response.getStatusString());
            }
            return new Timestamp(
                    answer,
                    pinned.vouchFor(token),
                    token.getTimeStampInfo().getGenTime().toInstant());
        } catch (TSPException e) {
            throw new AnchoringException("The authority's answer is no timestamp of the request: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new AnchoringException("The authority at " + address + " could not be asked: " + e, e);
        }
    }

    private static TimeStampRequest request(byte[] content) throws IOException {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator.generate(TSPAlgorithms.SHA256, Sha256.of(content).bytes(), new BigInteger(64, RANDOM));
    }

    private byte[] post(byte[] query) throws IOException {
        var request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/timestamp-query")
                .POST(BodyPublishers.ofByteArray(query))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                var answer = body.readNBytes(LARGEST + 1);
                if (response.statusCode() != 200 || answer.length > LARGEST) {
                    throw new AnchoringException("The authority at " + address + " answered " + response.statusCode()
                            + " with " + answer.length + " bytes and no timestamp.");
                }
                return answer;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnchoringException("Stopped while the authority was asked", e);
        }
    }
}
