package io.switchboard.verify;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the command line; a mistake in it is {@link Refused}. */
final class Arguments {

    private static final Set<String> WITH_VALUE = Set.of("--trust-root", "--require", "--checkpoint");
    private static final Set<String> FLAGS = Set.of("--json");
    private static final String BUNDLE = "BUNDLE";

    private final Map<String, String> found = new HashMap<>();

    private Arguments() {}

    static Request parse(List<String> args) throws Refused {
        var arguments = new Arguments();
        Iterator<String> rest = args.iterator();
        while (rest.hasNext()) {
            arguments.take(rest.next(), rest);
        }
        return arguments.request();
    }

    private void take(String arg, Iterator<String> rest) throws Refused {
        if (FLAGS.contains(arg)) {
            put(arg, arg);
        } else if (WITH_VALUE.contains(arg)) {
            put(arg, value(arg, rest));
        } else if (arg.startsWith("-")) {
            throw new Refused("unknown option " + arg);
        } else {
            put(BUNDLE, arg);
        }
    }

    private static String value(String option, Iterator<String> rest) throws Refused {
        if (!rest.hasNext()) {
            throw new Refused(option + " needs a value");
        }
        return rest.next();
    }

    private void put(String name, String value) throws Refused {
        if (found.put(name, value) != null) {
            throw new Refused(name + " is given more than once");
        }
    }

    private Request request() throws Refused {
        if (!found.containsKey(BUNDLE)) {
            throw new Refused("no BUNDLE is named");
        }
        String level = found.getOrDefault("--require", "signed");
        return new Request(
                file(BUNDLE).orElseThrow(),
                file("--trust-root"),
                Level.of(level)
                        .orElseThrow(() -> new Refused("--require takes signed, included or anchored, not " + level)),
                file("--checkpoint"),
                found.containsKey("--json"));
    }

    private Optional<Path> file(String name) throws Refused {
        String value = found.get(name);
        return value == null ? Optional.empty() : Optional.of(readable(value));
    }

    private static Path readable(String value) throws Refused {
        try {
            Path path = Path.of(value);
            if (Files.isRegularFile(path) && Files.isReadable(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new Refused("not a path: " + value, e);
        }
        throw new Refused("cannot read the file " + value);
    }
}
