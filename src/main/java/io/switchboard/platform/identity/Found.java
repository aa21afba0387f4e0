package io.switchboard.platform.identity;

import java.util.List;

/** One page of what a search found, and how many there are in all. */
public record Found<T>(List<T> items, long total) {

    public Found {
        items = List.copyOf(items);
    }
}
