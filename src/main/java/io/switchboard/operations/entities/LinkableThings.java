package io.switchboard.operations.entities;

import io.switchboard.kernel.Caller;
import java.util.Optional;

/** SPI: things of one kind that can be linked to entities, implemented by the module that has them. */
public interface LinkableThings {

    /** Stored with each link and shown by the API, for example {@code incident}: at most 16 ASCII characters. */
    String kind();

    /** What a page calls one, and its key, for example {@code Incident} and {@code number}. */
    String word();

    String keyWord();

    boolean mayView(Caller caller);

    /** For somebody who may view them. Another tenant's is never found. */
    Optional<LinkedThing> find(Caller caller, String key);
}
