package io.switchboard.platform.identity.discovery;

import io.switchboard.platform.outbound.OutboundException;
import io.switchboard.platform.outbound.Reach;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Fetches {@code <issuer>/.well-known/openid-configuration} (OpenID Connect Discovery 1.0 section 4): at most 5 seconds and 64 KiB, no redirect, only to
 * addresses within {@link Reach}. Whatever goes wrong is a {@link Discovered.Problem}.
 */
@Component
public class ProviderDiscovery {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final long MOST_BYTES = 64 * 1024;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(LONGEST)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Reach reach;
    private final Duration patience;

    @Autowired
    ProviderDiscovery(Reach reach) {
        this(reach, LONGEST);
    }

    ProviderDiscovery(Reach reach, Duration patience) {
        this.reach = reach;
        this.patience = patience;
    }

    public Discovered discover(String issuer) {
        try {
            var address = checked(issuer);
            if (address.getRawQuery() != null) {
                throw new DiscoveryException("address-syntax", "The issuer has a query (“?…”); an issuer has none.");
            }
            return new Discovered.Provider(new MetadataCheck(reach, issuer).check(fetch(document(issuer))));
        } catch (DiscoveryException e) {
            return e.problem();
        }
    }

    private URI checked(String issuer) throws DiscoveryException {
        try {
            return reach.check("The issuer", issuer).uri();
        } catch (OutboundException e) {
            throw new DiscoveryException(e.code(), e.sentence());
        }
    }

    private static URI document(String issuer) {
        return URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
    }

    private byte[] fetch(URI document) throws DiscoveryException {
        var request = HttpRequest.newBuilder(document)
                .timeout(patience)
                .header("Accept", "application/json")
                .build();
        var pending = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return body(document, pending.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw slow(document);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw slow(document);
        } catch (ExecutionException e) {
            throw broken(document, Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private static byte[] body(URI document, HttpResponse<byte[]> response) throws DiscoveryException {
        int status = response.statusCode();
        if (status >= 300 && status < 400) {
            throw new DiscoveryException(
                    "redirect",
                    document + " sends on to another address, which is not followed. Enter the issuer that the"
                            + " provider names as its own.");
        }
        if (status != 200) {
            throw new DiscoveryException(
                    "status",
                    document + " answered with HTTP status " + status
                            + " instead of 200. Check the issuer: it is the address before /.well-known.");
        }
        return response.body();
    }

    private static DiscoveryException broken(URI document, Throwable cause) {
        return switch (cause) {
            case java.net.http.HttpTimeoutException _ -> slow(document);
            case javax.net.ssl.SSLException _ ->
                new DiscoveryException(
                        "certificate",
                        document.getHost() + " has no certificate that this portal trusts. Use an address with a"
                                + " publicly trusted certificate, or let whoever runs the portal add the authority.");
            case IOException e
            when String.valueOf(e.getMessage()).contains("capacity") ->
                new DiscoveryException(
                        "too-large", document + " answered with more than 64 KiB, which no configuration needs.");
            default ->
                new DiscoveryException(
                        "unreachable", document + " cannot be reached. Check the address, and whether it answers.");
        };
    }

    private static DiscoveryException slow(URI document) {
        return new DiscoveryException(
                "timeout", document + " did not answer within 5 seconds. Try again, or check the address.");
    }
}
