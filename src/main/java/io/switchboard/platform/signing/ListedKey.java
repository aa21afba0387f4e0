package io.switchboard.platform.signing;

/** The public facts of one of a tenant's keys. {@code id} is the RFC 7638 thumbprint; {@code generation} counts the keys of one use from 1. */
public record ListedKey(String id, KeyUse use, int generation, KeyWindow window, KeyOrigin origin, KeyState state) {}
