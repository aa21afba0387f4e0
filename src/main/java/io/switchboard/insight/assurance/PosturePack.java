package io.switchboard.insight.assurance;

import java.time.Instant;

/** A finished posture pack: a signed PDF, its JSON twin (RFC 8785, also attached to the PDF) and a plain HTML page. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PosturePack(String id, Instant asOf, byte[] pdf, byte[] json, byte[] html) {

    /** How its files are called, without extension. */
    public static final String NAME = "posture-pack";

    /** The same facts as OSCAL assessment results. */
    public byte[] oscal() {
        return PackOscal.of(id, json);
    }
}
