package io.switchboard.platform.documents;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import java.util.Map;

/** The document that a copy was made of: its id, the digests of its twin and of its signed PDF, and the receipt that names them. */
public record OriginalDocument(String documentId, Sha256 json, Sha256 pdf, ReceiptId receipt) {

    Map<String, Object> toJson() {
        return Map.of(
                "documentId", documentId,
                "jsonSha256", json.hex(),
                "pdfSha256", pdf.hex(),
                "receipt", receipt.value());
    }
}
