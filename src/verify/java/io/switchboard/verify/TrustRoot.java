package io.switchboard.verify;

import io.switchboard.verify.json.JsonReader;
import io.switchboard.verify.json.MalformedJson;

/** The platform's root key as the outsider pinned it: a file with one JWK whose {@code kid} is its RFC 7638 thumbprint. */
record TrustRoot(String fingerprint, Ed25519Key key) {

    static TrustRoot of(byte[] jwk) throws Refused {
        Members members = members(jwk);
        if (members.has("d")) {
            throw new Refused("the file holds a private key (d): never hand that out");
        }
        Ed25519Key key = Ed25519Key.of(members);
        if (!members.text("kid").equals(key.thumbprint())) {
            throw new Refused("kid is not the key's RFC 7638 thumbprint " + key.thumbprint());
        }
        return new TrustRoot(key.thumbprint(), key);
    }

    private static Members members(byte[] jwk) throws Refused {
        try {
            return Members.of("root", JsonReader.read(jwk));
        } catch (MalformedJson e) {
            throw Refused.json("the root", e);
        }
    }
}
