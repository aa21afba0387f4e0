package io.switchboard.control.receipts;

import java.util.Map;
import java.util.regex.Pattern;

/** What may stand in a receipt's payload for everybody to read and for ever: counts, switches, codes and digests, never free text. */
final class Facts {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:/+=%-]{1,128}");
    private static final int MOST = 64;

    private Facts() {}

    static Map<String, Object> checked(Map<String, Object> facts) {
        if (facts.size() > MOST) {
            throw new IllegalArgumentException("a receipt has at most " + MOST + " facts");
        }
        facts.forEach(Facts::check);
        return facts;
    }

    private static void check(String name, Object value) {
        boolean right = switch (value) {
            case Long _, Integer _, Boolean _ -> true;
            case String code -> CODE.matcher(code).matches();
            default -> false;
        };
        if (!right || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the fact " + name + " is not a Long, Integer, Boolean, or a code or digest of 1 to"
                            + " 128 characters without blanks: free and personal text belongs into the disclosures");
        }
    }
}
