package io.switchboard.insight.assurance;

import io.switchboard.kernel.Sha256;
import java.time.Instant;

/**
 * A finished one-pager in its three forms: a signed PDF, its JSON twin (RFC 8785, also attached to the PDF) and a plain HTML page. {@code id}
 * follows from the twin's bytes.
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, and never compared
public record OnePager(String id, Instant asOf, byte[] pdf, byte[] json, byte[] html) {

    /** How its files are called, without extension. */
    public static final String NAME = "posture-one-pager";

    public OnePager {
        pdf = pdf.clone();
        json = json.clone();
        html = html.clone();
    }

    @Override
    public byte[] pdf() {
        return pdf.clone();
    }

    @Override
    public byte[] json() {
        return json.clone();
    }

    @Override
    public byte[] html() {
        return html.clone();
    }

    public Sha256 pdfDigest() {
        return Sha256.of(pdf);
    }
}
