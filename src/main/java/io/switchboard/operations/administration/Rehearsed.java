package io.switchboard.operations.administration;

import io.switchboard.platform.signing.KeyWindow;
import java.util.List;

/**
 * A rotation that was tried and would work: how many real receipts, signed by how many keys, verify with the key set that would be published, and what
 * else was checked, each in words.
 */
public record Rehearsed(int receipts, int keys, KeyWindow current, KeyWindow successor, List<String> checks) {}
