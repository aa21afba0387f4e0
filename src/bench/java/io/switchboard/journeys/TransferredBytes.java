package io.switchboard.journeys;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** What came over the network for a page, by address: headers and bodies as they were transferred, nothing for what the browser's cache answered. */
final class TransferredBytes {

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Long> bytes = new HashMap<>();

    private TransferredBytes(CDPSession session) {
        session.on(
                "Network.requestWillBeSent",
                event -> addresses.put(
                        event.get("requestId").getAsString(),
                        event.getAsJsonObject("request").get("url").getAsString()));
        session.on("Network.loadingFinished", this::finished);
        session.send("Network.enable");
    }

    /** Of everything that the page loads from now on. */
    static TransferredBytes of(Page page) {
        return new TransferredBytes(page.context().newCDPSession(page));
    }

    private void finished(JsonObject event) {
        var address = addresses.getOrDefault(event.get("requestId").getAsString(), "?");
        bytes.merge(address, event.get("encodedDataLength").getAsLong(), Long::sum);
    }

    long sum(Predicate<String> address) {
        return bytes.entrySet().stream()
                .filter(one -> address.test(one.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** A line for each address, the largest first. */
    String list() {
        var lines = new StringBuilder();
        bytes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(one -> lines.append(one.getValue())
                        .append(' ')
                        .append(one.getKey())
                        .append('\n'));
        return lines.toString();
    }
}
