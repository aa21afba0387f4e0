package io.switchboard.platform.signing;

import java.util.function.UnaryOperator;

/** A tenant's key for the checkpoints of its log: {@code publicKey} is the raw 32 bytes, {@code sign} answers the raw 64 of an Ed25519 signature. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LogKey(String keyId, byte[] publicKey, UnaryOperator<byte[]> sign) {}
