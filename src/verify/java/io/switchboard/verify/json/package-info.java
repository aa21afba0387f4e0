/**
 * A small, strict JSON (RFC 8259) reader that takes only I-JSON (RFC 7493), and the canonical form of RFC 8785. It refuses what two
 * parsers could read differently: duplicate members, lone surrogates, numbers outside the double range.
 */
@NullMarked
package io.switchboard.verify.json;

import org.jspecify.annotations.NullMarked;
