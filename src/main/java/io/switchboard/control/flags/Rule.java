package io.switchboard.control.flags;

/** Who gets what. The first rule of a flag that is about a tenant counts. */
public record Rule(Target target, boolean serve) {

    /** Whether this one says anew what {@code other} says: about the same tenant or cohort, or another percentage with the same value. */
    public boolean replaces(Rule other) {
        return target instanceof Target.Share && other.target instanceof Target.Share
                ? serve == other.serve
                : target.equals(other.target);
    }

    public String code() {
        return target.code() + "=" + Variant.of(serve);
    }
}
