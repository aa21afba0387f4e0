package io.switchboard.bench;

import io.switchboard.journeys.KeycloakPeer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * New people by a dry run and its commit, against the partial import of the same people into a Keycloak; in thousands only, because that takes longer for each user the more come at once (10,000 were not done
 * after nine minutes). Departments are left out there: its realms do not keep them as they come.
 */
final class KeycloakFigures {

    private static final int USERS = 5_000;
    private static final int WARM_UP = 500;
    private static final int ROUNDS = 3;
    private static final double GOAL = 50;

    private final BenchServices services;
    private final Path folder;
    private final Rounds product = new Rounds();
    private final Rounds peer = new Rounds();

    KeycloakFigures(BenchServices services, Path folder) {
        this.services = services;
        this.folder = folder;
    }

    void measure(Report report) throws Exception {
        var url = services.url("keycloak_" + UUID.randomUUID().toString().replace("-", ""));
        try (var portal = services.portal(url);
                var keycloak = KeycloakPeer.start()) {
            var imports = new Importer(portal, "identities");
            both(imports, keycloak, WARM_UP, 0, new Rounds(), new Rounds());
            for (int round = 1; round <= ROUNDS; round++) {
                both(imports, keycloak, USERS, round, product, peer);
            }
            report.add(
                    "import.new-people",
                    USERS / product.median(),
                    "rows/s",
                    peer.median() / product.median(),
                    "keycloak-partial-import",
                    GOAL);
        }
    }

    private void both(Importer imports, KeycloakPeer keycloak, int users, int round, Rounds ours, Rounds theirs)
            throws Exception {
        var people = IntStream.range(0, users)
                .mapToObj(row -> new Person("k" + round + "." + row, "Given" + row % 977, "Family" + row % 1009))
                .toList();
        var file = csv(people, round);
        ours.time(() -> imports.commit(imports.dryRun(file)));
        if (imports.last().counts().create() != users) {
            throw new IllegalStateException("wrong counts: " + imports.last().counts());
        }
        var token = keycloak.token();
        var representation = json(people);
        theirs.time(() -> keycloak.load(token, representation, users));
    }

    private Path csv(List<Person> people, int round) throws Exception {
        Files.createDirectories(folder);
        var lines = people.stream().map(Person::row).toList();
        var file = folder.resolve("keycloak-" + round + ".csv");
        Files.writeString(file, People.HEADER + "\n" + String.join("\n", lines) + "\n");
        return file;
    }

    private static byte[] json(List<Person> people) {
        return JsonMapper.shared()
                .writeValueAsBytes(Map.of(
                        "ifResourceExists",
                        "FAIL",
                        "users",
                        people.stream().map(Person::representation).toList()));
    }

    private record Person(String name, String given, String family) {

        String email() {
            return name + "@bench.example";
        }

        String row() {
            return String.join(",", name, given, family, email(), "operator", "Payments", "true");
        }

        Map<String, Object> representation() {
            return Map.of("username", name, "firstName", given, "lastName", family, "email", email(), "enabled", true);
        }
    }
}
