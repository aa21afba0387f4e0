package io.switchboard.platform.documents.signature;

import io.switchboard.platform.documents.DocumentProperties;
import io.switchboard.platform.documents.DocumentSigner;
import io.switchboard.platform.documents.SignatureTimestamps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/** Adds an invisible signature of level PAdES baseline B-B, or B-T where its time is attested, as an increment, so that the bytes before it stay as they were. */
public final class PadesSignature {

    /** Holds the signature, a chain of some certificates, and a time stamp token. */
    private static final int RESERVED = 16 * 1024;

    private PadesSignature() {}

    public static byte[] sign(
            byte[] pdf, DocumentSigner signer, SignatureTimestamps timestamps, DocumentProperties properties) {
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            options.setPreferredSignatureSize(RESERVED);
            document.setDocumentId(
                    properties.issuedAt().toEpochMilli()); // else the file identifier is made from the wall clock
            var cms = new CmsSignature(signer, timestamps);
            document.addSignature(dictionary(signer, properties), content -> cms.over(content.readAllBytes()), options);
            var out = new ByteArrayOutputStream(pdf.length + 4 * RESERVED);
            document.saveIncremental(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the document cannot be signed", e);
        }
    }

    private static PDSignature dictionary(DocumentSigner signer, DocumentProperties properties) {
        var signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
        signature.setName(signer.chain().getFirst().getSubjectX500Principal().getName());
        signature.setReason(properties.subject());
        var claimed = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        claimed.setTimeInMillis(properties.issuedAt().toEpochMilli());
        signature.setSignDate(claimed);
        return signature;
    }
}
