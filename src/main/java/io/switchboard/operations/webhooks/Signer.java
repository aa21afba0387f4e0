package io.switchboard.operations.webhooks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What signs at one time: a secret and, for endpoints that have one, a key. */
record Signer(SigningSecret secret, Optional<SigningKey> key) {

    /** The signatures of all of them, parted by blanks: a receiver takes a message of which it knows one. */
    static String sign(List<Signer> signers, String id, long timestamp, String body) {
        return signers.stream()
                .flatMap(signer -> signer.sign(id, timestamp, body))
                .collect(Collectors.joining(" "));
    }

    private Stream<String> sign(String id, long timestamp, String body) {
        var signed = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
        return Stream.concat(
                Stream.of(secret.sign(id, timestamp, body)), key.stream().map(each -> each.sign(signed)));
    }
}
