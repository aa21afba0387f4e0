package io.switchboard.insight.reliability;

import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;

/** Whose request it was, as far as that is known without asking the database: names are looked up when counts are written. */
sealed interface RequestOwner {

    record Known(TenantId tenant) implements RequestOwner {}

    record Named(Slug slug) implements RequestOwner {}

    /** The platform's, in the end. */
    record Nobody() implements RequestOwner {}
}
