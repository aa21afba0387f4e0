package io.switchboard.insight.trustcentre;

/** A document on its way out: always a signed PDF. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TrustFile(String name, byte[] bytes) {

    public static final String TYPE = "application/pdf";
}
