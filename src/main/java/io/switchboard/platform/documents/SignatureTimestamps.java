package io.switchboard.platform.documents;

import java.util.Optional;

/** Somebody outside who attests when a document was signed, which makes PAdES B-T of B-B. Whoever has one brings a bean. */
@FunctionalInterface
public interface SignatureTimestamps {

    /** Nobody does. */
    SignatureTimestamps NONE = _ -> Optional.empty();

    /** The DER of a checked TimeStampToken (RFC 3161) over exactly these bytes; empty where there is none just now. Answers within seconds, since a document waits for it. */
    Optional<byte[]> token(byte[] signature);
}
