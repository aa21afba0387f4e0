package io.switchboard.platform.signing;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.AuthenticatedSafe;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** How much work a PKCS#12 asks for before its password is tried: whoever writes the file chooses the rounds. */
final class Pkcs12Work {

    private static final long MOST_ROUNDS = 1_000_000;
    private static final int MOST_PARTS = 16;

    private Pkcs12Work() {}

    static void requireBounded(byte[] der) throws UnusableKey {
        long rounds;
        try {
            rounds = rounds(Pfx.getInstance(ASN1Sequence.fromByteArray(der)));
        } catch (IOException | RuntimeException e) {
            throw new UnusableKey("The file begins like a PKCS#12 and does not read as one: export the key again.");
        }
        if (rounds < 0 || rounds > MOST_ROUNDS) {
            throw new UnusableKey(
                    "The PKCS#12 asks for more than " + MOST_ROUNDS
                            + " rounds of key derivation, or has too many parts. Export it again with the tool's usual settings.");
        }
    }

    /** Negative where there are too many parts to look at. */
    private static long rounds(Pfx pfx) throws IOException {
        byte[] octets =
                ASN1OctetString.getInstance(pfx.getAuthSafe().getContent()).getOctets();
        ContentInfo[] parts = AuthenticatedSafe.getInstance(octets).getContentInfo();
        long mac = pfx.getMacData() == null
                ? 0
                : pfx.getMacData().getIterationCount().longValueExact();
        return parts.length > MOST_PARTS
                ? -1
                : mac + Arrays.stream(parts).mapToLong(Pkcs12Work::rounds).sum();
    }

    private static long rounds(ContentInfo part) {
        return part.getContentType().equals(PKCSObjectIdentifiers.encryptedData)
                ? rounds(EncryptedData.getInstance(part.getContent()).getEncryptionAlgorithm())
                : bags(part).mapToLong(Pkcs12Work::rounds).sum();
    }

    private static Stream<SafeBag> bags(ContentInfo part) {
        byte[] octets = ASN1OctetString.getInstance(part.getContent()).getOctets();
        return Arrays.stream(ASN1Sequence.getInstance(octets).toArray()).map(SafeBag::getInstance);
    }

    private static long rounds(SafeBag bag) {
        return bag.getBagId().equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)
                ? rounds(EncryptedPrivateKeyInfo.getInstance(bag.getBagValue()).getEncryptionAlgorithm())
                : 0;
    }

    private static long rounds(AlgorithmIdentifier encryption) {
        if (!encryption.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            return PKCS12PBEParams.getInstance(encryption.getParameters())
                    .getIterations()
                    .longValueExact();
        }
        var derivation = PBES2Parameters.getInstance(encryption.getParameters()).getKeyDerivationFunc();
        return PBKDF2Params.getInstance(derivation.getParameters())
                .getIterationCount()
                .longValueExact();
    }
}
