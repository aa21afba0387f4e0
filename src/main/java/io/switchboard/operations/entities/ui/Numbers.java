package io.switchboard.operations.entities.ui;

import java.text.NumberFormat;
import java.util.Locale;

/** Counts as a person reads them: {@code 12,412 entities}. */
final class Numbers {

    private Numbers() {}

    static String of(long number) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
    }

    static String of(long number, String one, String several) {
        return of(number) + " " + (number == 1 ? one : several);
    }
}
