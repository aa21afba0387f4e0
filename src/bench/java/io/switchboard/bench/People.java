package io.switchboard.bench;

/** People: everybody of the first file is changed in every later one. */
final class People implements Sample {

    static final String HEADER = "user_name,given_name,family_name,email,roles,department,active";

    @Override
    public String kind() {
        return "identities";
    }

    @Override
    public String file() {
        return "people.csv";
    }

    @Override
    public String columns() {
        return "user_name VARCHAR(254) NOT NULL PRIMARY KEY, given_name VARCHAR(200), family_name VARCHAR(200), email VARCHAR(254),"
                + " roles VARCHAR(200), department VARCHAR(200), active VARCHAR(5)";
    }

    @Override
    public String header() {
        return HEADER + "\n";
    }

    @Override
    public String row(int row, int round) {
        var name = Sample.isNew(row, round) ? "new" + round + "." + row : "person." + row;
        var email = Sample.isRejected(row, round) ? "nobody@" : name + "@bench.example";
        return name + ",Given" + row % 977 + ",Family" + row % 1009 + "," + email + ",operator,Department " + round
                + ",true\n";
    }
}
