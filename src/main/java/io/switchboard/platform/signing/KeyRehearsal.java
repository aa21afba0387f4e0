package io.switchboard.platform.signing;

import io.switchboard.kernel.LogId;
import java.time.Instant;
import java.util.function.BiFunction;

/**
 * A rotation of the receipt key as it would be now: a successor that exists in memory only, and the key set that would be published, signed by
 * the root and stored nowhere. {@code current} and {@code successor} are the two windows as that set states them.
 */
public final class KeyRehearsal {

    private final LogId log;
    private final PublishedKeys published;
    private final KeyWindow current;
    private final KeyWindow successor;
    private final BiFunction<String, byte[], DsseEnvelope> signCurrent;
    private final BiFunction<String, byte[], DsseEnvelope> signSuccessor;

    KeyRehearsal(
            LogId log,
            PublishedKeys published,
            KeyWindow current,
            KeyWindow successor,
            BiFunction<String, byte[], DsseEnvelope> signCurrent,
            BiFunction<String, byte[], DsseEnvelope> signSuccessor) {
        this.log = log;
        this.published = published;
        this.current = current;
        this.successor = successor;
        this.signCurrent = signCurrent;
        this.signSuccessor = signSuccessor;
    }

    public KeyWindow current() {
        return current;
    }

    public KeyWindow successor() {
        return successor;
    }

    public DsseEnvelope signWithCurrent(String payloadType, byte[] payload) {
        return signCurrent.apply(payloadType, payload);
    }

    public DsseEnvelope signWithSuccessor(String payloadType, byte[] payload) {
        return signSuccessor.apply(payloadType, payload);
    }

    /** Whether an outsider with that key set would accept the envelope as a receipt of the tenant from that time. */
    public boolean accepts(DsseEnvelope envelope, Instant at) {
        return accepts(log, envelope, at);
    }

    public boolean accepts(LogId claimed, DsseEnvelope envelope, Instant at) {
        return published.accept(claimed, envelope, at);
    }
}
