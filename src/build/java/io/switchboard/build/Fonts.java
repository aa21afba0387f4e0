package io.switchboard.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The typeface of the documents: Roboto (Apache License 2.0), which comes as web fonts. Three faces are unpacked to
 * TrueType, with the licence beside them.
 */
final class Fonts {

    private static final String ORIGIN = "META-INF/resources/webjars/roboto-fontface/0.10.0/";
    private static final Map<String, String> FACES = Map.of(
            "Roboto-Regular", "Roboto-Regular.ttf",
            "Roboto-RegularItalic", "Roboto-Italic.ttf",
            "Roboto-Medium", "Roboto-Medium.ttf");

    private Fonts() {}

    static void unpackTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        FACES.forEach((web, ttf) -> write(folder.resolve(ttf), Woff.unpack(read("fonts/roboto/" + web + ".woff"))));
        write(folder.resolve("Roboto-LICENSE.txt"), read("LICENSE"));
    }

    private static byte[] read(String name) {
        try (InputStream in = Fonts.class.getClassLoader().getResourceAsStream(ORIGIN + name)) {
            if (in == null) {
                throw new IllegalStateException(ORIGIN + name + " is missing: add roboto-fontface 0.10.0 to this step");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
