package io.switchboard.platform.components;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text stays readable in every brand: contrast by the formula of WCAG 2.2 (relative luminance). */
class ThemesTest {

    private static final Path THEMES = Path.of("themes");
    private static final Pattern COLOUR = Pattern.compile("(--[a-z-]+):\\s*#([0-9a-f]{6});");
    private static final double AA = 4.5;

    static List<Path> themes() throws IOException {
        try (var folders = Files.list(THEMES)) {
            return folders.filter(folder -> !folder.endsWith("base")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void aBrandKeepsEveryTextReadable(Path theme) {
        var colours = colours(THEMES.resolve("base/base.css"));
        var brand = colours(theme.resolve("brand.css"));
        assertThat(brand.keySet()).containsExactlyInAnyOrder("--brand-accent", "--brand-ink", "--brand-ground");
        colours.putAll(brand);
        for (var ground : List.of("--surface", "--brand-ground")) {
            for (var text : List.of("--brand-ink", "--muted-text", "--brand-accent")) {
                assertThat(contrast(colours, text, ground))
                        .as(text + " on " + ground)
                        .isGreaterThan(AA);
            }
        }
        assertThat(contrast(colours, "--on-accent", "--brand-accent")).isGreaterThan(AA);
    }

    @Test
    void everyStateIsReadableOnItsGround() {
        var colours = colours(THEMES.resolve("base/base.css"));
        for (var state : List.of("neutral", "info", "success", "warning", "danger")) {
            assertThat(contrast(colours, "--state-" + state + "-text", "--state-" + state + "-ground"))
                    .as(state)
                    .isGreaterThan(AA);
        }
    }

    @Test
    void theFormulaAgreesWithKnownValues() {
        var known = Map.of("--black", "000000", "--white", "ffffff", "--grey", "777777");
        assertThat(contrast(known, "--black", "--white")).isEqualTo(21.0);
        assertThat(contrast(known, "--grey", "--white")).isBetween(4.47, 4.49);
    }

    private static Map<String, String> colours(Path css) {
        Map<String, String> colours = new HashMap<>();
        var matcher = COLOUR.matcher(read(css));
        while (matcher.find()) {
            colours.put(matcher.group(1), matcher.group(2));
        }
        return colours;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double contrast(Map<String, String> colours, String one, String other) {
        double a = luminance(Objects.requireNonNull(colours.get(one), one));
        double b = luminance(Objects.requireNonNull(colours.get(other), other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * channel(hex, 0) + 0.7152 * channel(hex, 2) + 0.0722 * channel(hex, 4);
    }

    private static double channel(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
