package io.switchboard.platform.identity.discovery;

import io.switchboard.platform.outbound.OutboundException;
import io.switchboard.platform.outbound.Reach;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a provider's metadata is this issuer's, complete, and offers what the portal speaks: code flow, PKCE, client_secret_basic, RS256. */
record MetadataCheck(Reach reach, String issuer) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    ProviderMetadata check(byte[] document) throws DiscoveryException {
        var json = parse(document);
        sameIssuer(json.path("issuer").asString(""));
        offers(json, "response_types_supported", "code");
        offers(json, "code_challenge_methods_supported", "S256");
        offers(json, "token_endpoint_auth_methods_supported", "client_secret_basic");
        offers(json, "id_token_signing_alg_values_supported", "RS256");
        return new ProviderMetadata(
                issuer,
                required(json, "authorization_endpoint"),
                required(json, "token_endpoint"),
                required(json, "jwks_uri"),
                endpoint(json, "end_session_endpoint"));
    }

    private static JsonNode parse(byte[] document) throws DiscoveryException {
        try {
            var json = JSON.readTree(document);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException e) {
            // answered below, like everything else that is no JSON object
        }
        throw new DiscoveryException(
                "not-json",
                "The address answers, but not with an OpenID configuration (a JSON object). Check the issuer.");
    }

    /** Exactly, as section 4.3 asks: a provider that names another issuer could pass off its own people as that issuer's. */
    private void sameIssuer(String named) throws DiscoveryException {
        if (!named.equals(issuer)) {
            throw new DiscoveryException(
                    "issuer-mismatch",
                    "The provider names “" + shown(named) + "” as its issuer, and you entered “" + shown(issuer)
                            + "”. They have to be the same to the letter, also the slash at the end.");
        }
    }

    private static void offers(JsonNode json, String list, String wanted) throws DiscoveryException {
        var offered = json.path(list);
        if (offered.isArray() && offered.valueStream().noneMatch(value -> wanted.equals(text(value)))) {
            throw new DiscoveryException(
                    "unsupported",
                    "The provider does not offer “" + wanted + "” (" + list
                            + "), which this portal needs. Switch it on at the provider.");
        }
    }

    private String required(JsonNode json, String name) throws DiscoveryException {
        return endpoint(json, name)
                .orElseThrow(() -> new DiscoveryException(
                        "endpoint-missing",
                        "The provider's configuration has no " + name + ", so nobody could sign in through it."));
    }

    private Optional<String> endpoint(JsonNode json, String name) throws DiscoveryException {
        var uri = Optional.ofNullable(text(json.path(name))).filter(text -> !text.isEmpty());
        try {
            if (uri.isPresent()) {
                reach.check("The provider's " + name, uri.get());
            }
            return uri;
        } catch (OutboundException e) {
            throw new DiscoveryException(e.code(), e.sentence());
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    private static String shown(String text) {
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }
}
