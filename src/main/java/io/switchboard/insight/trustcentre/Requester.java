package io.switchboard.insight.trustcentre;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Who asks, and why. Kept sealed; no receipt and no log has any of it. */
public record Requester(String name, String email, String company, String why) {

    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_EMAIL = 254;
    public static final int LONGEST_WHY = 1_000;

    /** What a mail server could take (RFC 5321 has room for far more that nobody has). */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\".]+(\\.[^\\s@<>,;\".]+)+");

    public Requester {
        name = name.strip();
        email = email.strip();
        company = company.strip();
        why = why.strip();
    }

    /** What is wrong, by the field's name; nothing where it can be taken. */
    public Map<String, String> problems() {
        var problems = new LinkedHashMap<String, String>();
        if (!isLine(name, LONGEST_NAME)) {
            problems.put("name", "Your name, in 1 to " + LONGEST_NAME + " characters.");
        }
        if (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches()) {
            problems.put("email", "An address such as jo@example.com.");
        }
        if (!isLine(company, LONGEST_NAME)) {
            problems.put("company", "The company that you ask for, in 1 to " + LONGEST_NAME + " characters.");
        }
        if (why.isEmpty() || why.length() > LONGEST_WHY) {
            problems.put("why", "What you want to judge, in 1 to " + LONGEST_WHY + " characters.");
        }
        return problems;
    }

    /** Without a character that would break a line or hide one. */
    static boolean isLine(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }

    /** Never the person: this ends up in logs. */
    @Override
    public String toString() {
        return "requester";
    }
}
