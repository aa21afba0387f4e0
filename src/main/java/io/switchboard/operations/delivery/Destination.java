package io.switchboard.operations.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a tenant has its documents and events delivered: an endpoint or a bucket, by the name that the tenant gave it. As text {@code webhook:pager}. */
public record Destination(Kind kind, String name) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public Destination {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a destination");
        }
    }

    /** The ways of delivery that go out by themselves. */
    public enum Kind {
        WEBHOOK("Webhook"),
        BUCKET("Bucket");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    public static Optional<Destination> parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0 || !NAME.matcher(text.substring(colon + 1)).matches()
                ? Optional.empty()
                : Arrays.stream(Kind.values())
                        .filter(kind -> kind.wire().equals(text.substring(0, colon)))
                        .map(kind -> new Destination(kind, text.substring(colon + 1)))
                        .findFirst();
    }

    @Override
    public String toString() {
        return kind.wire() + ":" + name;
    }
}
