package io.switchboard.bench;

/** Incidents, one row each. */
final class IncidentSample implements Sample {

    @Override
    public String kind() {
        return "incidents";
    }

    @Override
    public String file() {
        return "incidents.csv";
    }

    @Override
    public String columns() {
        return "number VARCHAR(128) NOT NULL PRIMARY KEY, title VARCHAR(300), status VARCHAR(20), severity VARCHAR(20), category VARCHAR(200),"
                + " service VARCHAR(200), assigned_to VARCHAR(200), opened_at VARCHAR(40), resolved_at VARCHAR(40)";
    }

    @Override
    public String header() {
        return "number,title,status,severity,category,service,assigned_to,opened_at,resolved_at\n";
    }

    @Override
    public String row(int row, int round) {
        var number = (Sample.isNew(row, round) ? "NEW" + round + "-" : "INC-") + row;
        var opened = Sample.isRejected(row, round)
                ? "some day"
                : "2026-03-%02dT08:%02d:00Z".formatted(row % 28 + 1, row % 60);
        return number + ",Checkout is slow in region " + row % 97 + ",resolved," + (row % 5 + 1)
                + ",latency,checkout,Team " + round + "," + opened + ",2026-04-01T09:00:00Z\n";
    }
}
