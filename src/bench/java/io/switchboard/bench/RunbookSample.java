package io.switchboard.bench;

/** Runbooks of five steps as one JSON array. The peer loads their texts, a line each. */
final class RunbookSample implements Sample {

    @Override
    public String kind() {
        return "runbooks";
    }

    @Override
    public String file() {
        return "runbooks.json";
    }

    @Override
    public String columns() {
        return "id VARCHAR(128) NOT NULL PRIMARY KEY, definition LONGTEXT";
    }

    @Override
    public String header() {
        return "[";
    }

    @Override
    public String row(int row, int round) {
        return (row == 0 ? "" : ",") + "\n" + text(row, round);
    }

    @Override
    public String footer() {
        return "]\n";
    }

    @Override
    public String load() {
        return "FIELDS TERMINATED BY '\\t' ESCAPED BY '' LINES TERMINATED BY '\\n'";
    }

    @Override
    public String bareRow(int row, int round) {
        return id(row, round) + "\t" + text(row, round) + "\n";
    }

    private static String id(int row, int round) {
        return (Sample.isNew(row, round) ? "new-" + round + "-" : "runbook-") + row;
    }

    private static String text(int row, int round) {
        var wait = Sample.isRejected(row, round) ? "soon" : row % 50 + 10 + "s";
        var steps = new StringBuilder();
        for (int step = 0; step < 4; step++) {
            steps.append("{\"id\":\"s")
                    .append(step)
                    .append("\",\"type\":\"command\",\"title\":\"Round ")
                    .append(round)
                    .append("\",\"with\":{\"shell\":\"bash\",\"run\":\"systemctl restart checkout-")
                    .append(row % 13)
                    .append("\"},\"timeout\":\"2m\"},");
        }
        return "{\"runbook\":1,\"id\":\"" + id(row, round) + "\",\"title\":\"Restart checkout " + row
                + "\",\"owners\":[\"payments-oncall\"],\"steps\":[" + steps
                + "{\"id\":\"settle\",\"type\":\"wait\",\"with\":{\"for\":\"" + wait + "\"}}]}";
    }
}
