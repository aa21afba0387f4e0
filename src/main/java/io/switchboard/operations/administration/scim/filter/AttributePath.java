package io.switchboard.operations.administration.scim.filter;

import java.util.Optional;

/** Where a PATCH operation points (RFC 7644, section 3.5.2): an attribute, perhaps some of its values, perhaps a sub-attribute of these. */
public record AttributePath(AttributeName attribute, Optional<Filter> values, Optional<String> sub) {

    /** Reads a path of at most 4,000 characters. */
    public static AttributePath parse(String text) {
        return new FilterReader(text).path();
    }
}
