package io.switchboard.control.flags;

import io.switchboard.kernel.TenantId;

/** Whom a rule is about. */
public sealed interface Target {

    /** In one word, for receipts and metadata: {@code cohort:pilot}. */
    String code();

    record OneTenant(TenantId tenant) implements Target {

        @Override
        public String code() {
            return "tenant:" + tenant;
        }
    }

    record InCohort(CohortKey cohort) implements Target {

        @Override
        public String code() {
            return "cohort:" + cohort;
        }
    }

    /** So many of a hundred tenants, always the same ones: whoever is among 10 % is among 25 %. */
    record Share(int percent) implements Target {

        public Share {
            if (percent < 0 || percent > 100) {
                throw new IllegalArgumentException("A share is a whole number of percent from 0 to 100.");
            }
        }

        @Override
        public String code() {
            return "share:" + percent + "%";
        }
    }
}
