package io.switchboard.insight.success;

import io.switchboard.insight.success.Page.Kind;
import java.util.List;

/** What is asked for at one moment and done at another. Its id is the form of the API. */
public enum Cycle {
    APPROVAL("approval", "Approval", "from the request to the decision", Kind.APPROVAL),
    IMPORT("import", "Import", "from the dry run to its commit, to two digits", Kind.IMPORT),
    RUN("run", "Run", "from its start to its last step so far, to two digits", Kind.RUN);

    /** Those that are too many to be looked at one by one; see {@link CycleRows}. */
    static final List<Cycle> IN_ROWS = List.of(IMPORT, RUN);

    private final String id;
    private final String title;
    private final String definition;
    private final Kind kind;

    Cycle(String id, String title, String definition, Kind kind) {
        this.id = id;
        this.title = title;
        this.definition = definition;
        this.kind = kind;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public String definition() {
        return definition;
    }

    Kind kind() {
        return kind;
    }
}
