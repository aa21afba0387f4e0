package io.switchboard.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** The command line: exit code 0 valid, 1 not, 2 a mistake in the arguments or an unreadable path. */
final class Cli {

    private static final String USAGE = """
            Verifies an evidence bundle, or a copy of a whole log, offline.

              java -jar switchboard-verify.jar BUNDLE --trust-root ROOT.jwk
                   [--require signed|included|anchored] [--tsa-roots PEM] [--checkpoint OLD] [--copy JSON] [--json]
              java -jar switchboard-verify.jar --mirror FOLDER --keys keys.json --trust-root ROOT.jwk
                   [--checkpoint OLD] [--json]

              BUNDLE         the bundle, a zip file
              --trust-root   the issuer's root key, a JWK whose fingerprint you know from elsewhere
              --require      fail below this level (default: signed)
              --tsa-roots    certificates of the timestamping authorities you trust; without them no timestamp counts
              --checkpoint   an older checkpoint of the log, or an older bundle with one, that has to be extended
              --copy         the JSON of a copy, whose own receipt and whose original's the bundle has
              --mirror       a folder with a copy of the log: checkpoint, tile/, and checkpoints/ if earlier ones were kept
              --keys         the issuer's signed key set
              --json         answer with one JSON object
              --help         print this

            Exit code: 0 every check holds, 1 something does not, 2 wrong arguments or an unreadable path.
            """;

    private final PrintStream out;
    private final PrintStream err;

    Cli(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(List<String> args) {
        if (args.contains("--help")) {
            out.print(USAGE);
            return 0;
        }
        try {
            Task task = Arguments.parse(args);
            Answer answer = answer(task);
            (task.json() ? List.of(answer.json()) : answer.lines()).forEach(out::println);
            return answer.exitCode();
        } catch (Refused e) {
            err.println(Printable.of(e.what()) + "; run with --help to see the usage");
            return 2;
        } catch (IOException e) {
            err.println("cannot read: " + Printable.of(e.toString()) + "; check the path and its permissions");
            return 2;
        } catch (OutOfMemoryError e) {
            err.println("this needs more memory than Java was given; run again with java -Xmx4g -jar ...");
            return 1;
        }
    }

    private static Answer answer(Task task) throws IOException {
        return switch (task) {
            case Request request -> BundleVerifier.verify(request);
            case MirrorRequest request -> MirrorVerifier.verify(request);
        };
    }
}
