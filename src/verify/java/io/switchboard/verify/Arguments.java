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

    private static final Set<String> WITH_VALUE =
            Set.of("--trust-root", "--require", "--checkpoint", "--tsa-roots", "--copy", "--mirror", "--keys");
    private static final Set<String> FLAGS = Set.of("--json");
    private static final String BUNDLE = "BUNDLE";
    private static final String MIRROR = "--mirror";

    private final Map<String, String> found = new HashMap<>();

    private Arguments() {}

    static Task parse(List<String> args) throws Refused {
        var arguments = new Arguments();
        Iterator<String> rest = args.iterator();
        while (rest.hasNext()) {
            arguments.take(rest.next(), rest);
        }
        return arguments.found.containsKey(MIRROR) ? arguments.mirror() : arguments.request();
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
        refuse("--keys", "a bundle, which brings its own key set");
        String level = found.getOrDefault("--require", "signed");
        return new Request(
                file(BUNDLE).orElseThrow(),
                file("--trust-root"),
                Level.of(level)
                        .orElseThrow(() -> new Refused("--require takes signed, included or anchored, not " + level)),
                file("--checkpoint"),
                file("--tsa-roots"),
                file("--copy"),
                found.containsKey("--json"));
    }

    private MirrorRequest mirror() throws Refused {
        refuse(BUNDLE, MIRROR);
        refuse("--require", MIRROR);
        refuse("--tsa-roots", MIRROR);
        refuse("--copy", MIRROR);
        return new MirrorRequest(
                folder(found.getOrDefault(MIRROR, "")),
                file("--keys").orElseThrow(() -> new Refused(MIRROR + " needs --keys with the signed key set")),
                file("--trust-root"),
                file("--checkpoint"),
                found.containsKey("--json"));
    }

    private void refuse(String name, String beside) throws Refused {
        if (found.containsKey(name)) {
            throw new Refused(name + " does not go with " + beside);
        }
    }

    private static Path folder(String value) throws Refused {
        Path path = path(value);
        if (!Files.isDirectory(path) || !Files.isReadable(path)) {
            throw new Refused("cannot read the folder " + value);
        }
        return path;
    }

    private Optional<Path> file(String name) throws Refused {
        String value = found.get(name);
        return value == null ? Optional.empty() : Optional.of(readable(value));
    }

    private static Path readable(String value) throws Refused {
        Path path = path(value);
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new Refused("cannot read the file " + value);
        }
        return path;
    }

    private static Path path(String value) throws Refused {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new Refused("not a path: " + value, e);
        }
    }
}
