package io.switchboard.insight.assurance;

import java.text.NumberFormat;
import java.util.Locale;

/** Numbers in sentences: {@code 1,284 receipts}, {@code 1 receipt}. */
public final class Words {

    private Words() {}

    public static String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
    }

    public static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /** {@code 1,283 of 1,284 receipts}. */
    static String of(long some, long all, String many) {
        return number(some) + " of " + number(all) + " " + many;
    }

    static String receipts(long number) {
        return count(number, "receipt", "receipts");
    }
}
