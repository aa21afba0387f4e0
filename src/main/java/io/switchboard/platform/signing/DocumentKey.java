package io.switchboard.platform.signing;

import java.security.cert.X509Certificate;
import java.util.List;

/** A tenant's key for PDF signatures: P-256, with the certificate that names the organisation. */
public interface DocumentKey {

    /** The signer's certificate first; at least one. */
    List<X509Certificate> chain();

    /** SHA256withECDSA over these bytes, in the DER form of RFC 3279 section 2.2.3. */
    byte[] sign(byte[] message);
}
