package io.switchboard.verify;

import java.util.List;

/** The offline verifier's entry point. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(new Cli(System.out, System.err).run(List.of(args)));
    }
}
