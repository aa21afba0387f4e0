package io.switchboard.operations.feedback;

/** How many reported an issue, each member and each tenant counted once, and the strongest impact that any of them named. */
public record Reach(Impact impact, int reports, int members, int tenants) {

    /** The formula, as it is shown wherever a rank is. */
    public static final String FORMULA =
            "Score = impact (blocks me 3, slows me 2, idea 1; the strongest counts) × reach (members + tenants that reported it)";

    public int score() {
        return impact.weight() * (members + tenants);
    }

    /** The score as it comes about: {@code 3 × (2 members + 1 tenants) = 9}. */
    public String explained() {
        return "%d × (%s + %s) = %d"
                .formatted(impact.weight(), counted(members, "member"), counted(tenants, "tenant"), score());
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
