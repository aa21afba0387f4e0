package io.switchboard.platform.outbound;

import java.util.Optional;

/** What came of a {@link Download}: content that was handed on, with its validator if there is one (RFC 9110, section 8.8.3), or none because it is unchanged. */
public sealed interface Downloaded {

    record Content(Optional<String> etag) implements Downloaded {}

    /** The server answered 304 to the validator that the headers named. */
    record Unchanged() implements Downloaded {}
}
