package io.switchboard.verify;

/** What does not hold: the check, the file it is about ({@code "-"} for none), the finding. All of it is safe to print. */
record Failure(Check check, String file, String what) {

    String line() {
        return check.label() + "  " + file + ": " + what + "; " + check.remedy();
    }
}
